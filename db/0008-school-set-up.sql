-- What a school sets up by hand: subject groups and their heads, the plan of subjects by grade, settings, orders that
-- exempt, moves between classes.

create table school.subject_group (
  tenant_id integer not null,
  school_year text not null,
  level school.education_level not null,
  name text not null collate hocba.vi check (length(name) between 1 and 150),
  head text,
  version integer not null default 1,
  act_id uuid not null,
  primary key (tenant_id, school_year, level, name),
  foreign key (tenant_id, school_year, level) references school.school_year,
  foreign key (tenant_id, school_year, level, head) references school.staff
);

create table school.subject_plan (
  tenant_id integer not null,
  school_year text not null,
  level school.education_level not null,
  grade smallint not null check (grade between 1 and 12),
  subject text not null,
  periods_per_year integer not null check (periods_per_year > 0),
  version integer not null default 1,
  act_id uuid not null,
  primary key (tenant_id, school_year, level, grade, subject),
  foreign key (tenant_id, school_year, level) references school.school_year
);

-- What a school decided otherwise than the law or the province; a name without a row has their value.
create table school.setting (
  tenant_id integer not null,
  school_year text not null,
  level school.education_level not null,
  name text not null,
  value text not null check (length(value) <= 500),
  reason text not null,
  version integer not null default 1,
  act_id uuid not null,
  primary key (tenant_id, school_year, level, name),
  foreign key (tenant_id, school_year, level) references school.school_year
);

-- By which order a pupil is exempt from a subject or its practical part; that they are is a cell of the gradebook.
create table school.exemption_order (
  tenant_id integer not null,
  school_year text not null,
  student_code text not null,
  subject text not null,
  reason text not null,
  decision_number text,
  version integer not null default 1,
  act_id uuid not null,
  primary key (tenant_id, school_year, student_code, subject),
  foreign key (tenant_id, student_code) references school.student
);

-- Chuyển lớp trong trường: only added to.
create table school.student_move (
  tenant_id integer not null,
  school_year text not null,
  student_code text not null,
  number integer not null,
  from_class text not null,
  to_class text not null,
  moved_on date not null,
  reason text not null,
  act_id uuid not null,
  primary key (tenant_id, school_year, student_code, number),
  foreign key (tenant_id, student_code) references school.student
);

-- A class is there before somebody leads it.
alter table school.class alter column homeroom_teacher drop not null;

create index staff_by_group on school.staff (tenant_id, school_year, level, subject_group);
create index assignment_by_teacher on school.assignment (tenant_id, school_year, level, teacher);
create index class_by_homeroom on school.class (tenant_id, school_year, level, homeroom_teacher);

do $$ declare found text; begin
  foreach found in array array['subject_group', 'subject_plan', 'setting', 'exemption_order', 'student_move'] loop
    execute format('alter table school.%I enable row level security', found);
    execute format('alter table school.%I force row level security', found);
    execute format($policy$create policy tenant on school.%I
      using (tenant_id = nullif(current_setting('hb.tenant', true), '')::integer)
      with check (tenant_id = nullif(current_setting('hb.tenant', true), '')::integer)$policy$, found);
  end loop;
end $$;

grant select, insert, update, delete on school.subject_group, school.subject_plan, school.exemption_order to hb_school;
grant select, insert, update on school.setting to hb_school;
grant select, insert on school.student_move to hb_school;

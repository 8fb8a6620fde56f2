-- What a school writes down about a school year: people, classes, assignments, marks, the homeroom teacher's record.
-- Names and places are kept per year, as they were written then. Every row says which act wrote it (act_id) and how
-- often it has been written (version): who writes says which version they saw, and collides if it is not there any
-- more. Nothing that is overwritten or taken out is lost: it goes to school.superseded, which is only added to.

create type school.act_kind as enum ('import');
create type school.article9_3 as enum ('mask', 'replace');
create type school.assessment_kind as enum ('regular', 'midterm', 'final', 'topic', 'average', 'result', 'reassessed',
  'level', 'score', 'comment', 'exempt', 'practice-exempt');
create type school.education_level as enum ('primary', 'lower-secondary', 'upper-secondary');
create type school.gender as enum ('male', 'female');
create type school.staff_post as enum ('principal', 'vice-principal', 'teacher', 'clerk', 'registrar', 'accountant',
  'other');
create type school.year_before as enum ('first', 'paper', 'other-system');

create sequence school.tenant_number as integer;

-- The number stands for the school in every key below.
create table school.school (
  tenant_id integer primary key default nextval('school.tenant_number') check (tenant_id > 0),
  school_code text not null unique check (length(school_code) between 1 and 20)
);

-- One act of writing: an import, later a teacher's save. Who, when, and where it came from.
create table school.act (
  tenant_id integer not null references school.school,
  act_id uuid not null,
  kind school.act_kind not null,
  school_year text not null check (school_year ~ '^\d{4}-\d{4}$'),
  level school.education_level not null,
  acted_at timestamptz not null,
  acted_by text not null,
  primary key (tenant_id, act_id)
);

-- A school with several levels of schooling keeps each as a school year of its own.
create table school.school_year (
  tenant_id integer not null references school.school,
  school_year text not null check (school_year ~ '^\d{4}-\d{4}$'),
  level school.education_level not null,
  name text not null collate hocba.vi,
  ward_code text not null,
  ward_name text not null,
  district_code text,
  district_name text,
  province_code text not null,
  province_name text not null,
  signing_place text not null,
  article9_3 school.article9_3,
  -- One of this year's staff; without a foreign key, since staff belong to a year that must be there before them.
  approver text not null,
  on_behalf_decision text,
  on_behalf_reason text,
  version integer not null default 1,
  act_id uuid not null,
  primary key (tenant_id, school_year, level),
  foreign key (tenant_id, act_id) references school.act
);

create table school.staff (
  tenant_id integer not null,
  school_year text not null,
  level school.education_level not null,
  staff_code text not null,
  position integer not null,
  citizen_id text not null,
  full_name text not null collate hocba.vi,
  given_name text not null collate hocba.vi generated always as (regexp_replace(full_name, '^.* ', '')) stored,
  birth_date date,
  post school.staff_post not null,
  subject_group text,
  has_left boolean,
  version integer not null default 1,
  act_id uuid not null,
  primary key (tenant_id, school_year, level, staff_code),
  foreign key (tenant_id, school_year, level) references school.school_year
);

-- Lớp. A code of a class is used once in a school year, whatever the level.
create table school.class (
  tenant_id integer not null,
  school_year text not null,
  class_id text not null,
  level school.education_level not null,
  position integer not null,
  name text not null collate hocba.vi,
  grade smallint not null check (grade between 1 and 12),
  homeroom_teacher text not null,
  foreign_language text,
  version integer not null default 1,
  act_id uuid not null,
  primary key (tenant_id, school_year, class_id),
  foreign key (tenant_id, school_year, level, homeroom_teacher) references school.staff
);

create table school.assignment (
  tenant_id integer not null,
  school_year text not null,
  class_id text not null,
  subject text not null,
  level school.education_level not null,
  position integer not null,
  teacher text not null,
  periods_per_year integer not null check (periods_per_year > 0),
  principal_decision text,
  principal_reason text,
  version integer not null default 1,
  act_id uuid not null,
  primary key (tenant_id, school_year, class_id, subject),
  foreign key (tenant_id, school_year, class_id) references school.class,
  foreign key (tenant_id, school_year, level, teacher) references school.staff
);

-- Others who teach an assignment's subject too.
create table school.co_teacher (
  tenant_id integer not null,
  school_year text not null,
  class_id text not null,
  subject text not null,
  staff_code text not null,
  level school.education_level not null,
  position integer not null,
  version integer not null default 1,
  act_id uuid not null,
  primary key (tenant_id, school_year, class_id, subject, staff_code),
  foreign key (tenant_id, school_year, class_id, subject) references school.assignment,
  foreign key (tenant_id, school_year, level, staff_code) references school.staff
);

-- A student code that this school has used in some year. Never taken out, because marks that once were written lead
-- here; who the pupil is stands in the enrolments, as each year wrote it.
create table school.student (
  tenant_id integer not null references school.school,
  student_code text not null check (length(student_code) between 1 and 20),
  primary key (tenant_id, student_code)
);

-- A pupil in a class in a school year, with the profile as that year's cover shows it. Dates of birth may be partial.
create table school.enrolment (
  tenant_id integer not null,
  school_year text not null,
  student_code text not null,
  level school.education_level not null,
  class_id text not null,
  position integer not null,
  citizen_id text,
  foreign_paper text,
  register_number text,
  full_name text not null collate hocba.vi,
  given_name text not null collate hocba.vi generated always as (regexp_replace(full_name, '^.* ', '')) stored,
  gender school.gender not null,
  birth_date text not null check (birth_date ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
  ethnicity text not null,
  nationality text not null,
  birth_place text not null,
  hometown text,
  address text not null,
  policy_group text,
  father_name text,
  father_occupation text,
  mother_name text,
  mother_occupation text,
  guardian_name text,
  guardian_occupation text,
  entry_date date,
  book_lookup_code text,
  year_lookup_code text,
  year_before school.year_before,
  individual_plan boolean,
  version integer not null default 1,
  act_id uuid not null,
  primary key (tenant_id, school_year, student_code),
  foreign key (tenant_id, student_code) references school.student,
  foreign key (tenant_id, school_year, class_id) references school.class
);

-- Class lists: by given name, then by the whole name, as Vietnamese lists are.
create index enrolment_by_class on school.enrolment (tenant_id, school_year, class_id, given_name, full_name);
create index enrolment_by_student on school.enrolment (tenant_id, student_code);
create index enrolment_by_citizen on school.enrolment (tenant_id, citizen_id);
create index enrolment_by_book_code on school.enrolment (tenant_id, book_lookup_code)
  where book_lookup_code is not null;
create index enrolment_by_year_code on school.enrolment (tenant_id, year_lookup_code)
  where year_lookup_code is not null;

-- Quá trình học tập: the years before, as a year's book lists them.
create table school.schooling_history (
  tenant_id integer not null,
  school_year text not null,
  student_code text not null,
  row_number integer not null,
  level school.education_level not null,
  earlier_year text not null,
  class_name text not null,
  school_code text,
  school_name text not null,
  register_number text,
  entry_date date,
  version integer not null default 1,
  act_id uuid not null,
  primary key (tenant_id, school_year, student_code, row_number),
  foreign key (tenant_id, school_year, student_code) references school.enrolment
);

-- One cell of the gradebook: marks are text as typed, term 0 is the whole year, number counts regular assessments from
-- 0. A cell that is emptied stays, with a null and a new version, so that who saw the old one cannot overwrite it.
create table school.assessment (
  tenant_id integer not null,
  school_year text not null,
  student_code text not null,
  subject text not null,
  kind school.assessment_kind not null,
  term smallint not null check (term between 0 and 2),
  number smallint not null check (number >= 0),
  value text,
  version integer not null default 1,
  act_id uuid not null,
  primary key (tenant_id, school_year, student_code, subject, kind, term, number),
  foreign key (tenant_id, student_code) references school.student,
  check (
    case
      when kind = 'comment' then true
      when kind in ('exempt', 'practice-exempt') then value in ('true', 'false')
      when kind = 'level' then value in ('T', 'H', 'C')
      when kind = 'score' then value ~ '^(\d|10)$'
      else value ~ '^(absent|pass|not-pass|\d(\.\d)?|10(\.0)?)$'
    end
  )
) partition by range (school_year);

-- A school year's marks lie together: read and put away as one. Later years wait in the last part for their own.
do $$ begin
  create table school.assessment_earlier partition of school.assessment for values from (minvalue) to ('2024-2025');
  for year in 2024..2033 loop
    execute format('create table school.assessment_%s partition of school.assessment for values from (%L) to (%L)',
      year, year || '-' || year + 1, year + 1 || '-' || year + 2);
  end loop;
  create table school.assessment_later partition of school.assessment for values from ('2034-2035') to (maxvalue);
end $$;

-- One cell of the homeroom teacher's record and of the principal's decisions; item tells apart several of a kind:
-- 'excused' of the absences, '1' of conduct, 'YEU_NUOC' of the qualities, '0' of the commendations.
create table school.homeroom_entry (
  tenant_id integer not null,
  school_year text not null,
  student_code text not null,
  field text not null check (field in ('absences', 'certificates', 'commendations', 'comment', 'competences',
    'competitions', 'conduct', 'generalCompetencesComment', 'heightCm', 'outstanding', 'principalDecision', 'qualities',
    'qualitiesComment', 'specificCompetencesComment', 'summerComment', 'weightKg')),
  item text not null,
  value text,
  version integer not null default 1,
  act_id uuid not null,
  primary key (tenant_id, school_year, student_code, field, item),
  foreign key (tenant_id, student_code) references school.student
);

-- Đính chính: corrections after issue, in the order of their decisions.
create table school.amendment (
  tenant_id integer not null,
  school_year text not null,
  level school.education_level not null,
  number integer not null,
  student_code text not null,
  subject text not null,
  field text not null,
  old_value text not null,
  new_value text not null,
  reason text not null,
  decision_number text not null,
  decided_on date not null,
  version integer not null default 1,
  act_id uuid not null,
  primary key (tenant_id, school_year, level, number),
  foreign key (tenant_id, student_code) references school.student
);

-- Lưu vết: what a row said before an act overwrote it or took it out. `before` has its columns, its version and the
-- act that had written it; what it says now, and who wrote that, is the row itself or the next version here.
create table school.superseded (
  tenant_id integer not null,
  table_name text not null,
  row_key jsonb not null,
  version integer not null,
  school_year text not null,
  student_code text,
  before jsonb not null,
  act_id uuid not null,
  primary key (tenant_id, school_year, table_name, row_key, act_id),
  foreign key (tenant_id, act_id) references school.act
);

create index superseded_by_student on school.superseded (tenant_id, student_code) where student_code is not null;

-- Row security on every table of the schema, parts of tables too: without a tenant in force there is no row.
do $$ declare found text; begin
  for found in select oid::regclass::text from pg_class
    where relnamespace = 'school'::regnamespace and relkind in ('r', 'p')
  loop
    execute format('alter table %s enable row level security', found);
    execute format('alter table %s force row level security', found);
    execute format($policy$create policy tenant on %s
      using (tenant_id = nullif(current_setting('hb.tenant', true), '')::integer)
      with check (tenant_id = nullif(current_setting('hb.tenant', true), '')::integer)$policy$, found);
  end loop;
end $$;

-- Who names a school by its code learns its number, and may enter it if it is new.
create policy by_code on school.school
  using (school_code = nullif(current_setting('hb.school', true), ''))
  with check (school_code = nullif(current_setting('hb.school', true), ''));

grant usage on sequence school.tenant_number to hb_school;
-- An update of a school locks it against a second import; its columns never change.
grant select, insert, update (school_code) on school.school to hb_school;
grant select, insert on school.act, school.student, school.superseded to hb_school;
grant select, insert, update on school.school_year, school.assessment, school.homeroom_entry to hb_school;
grant select, insert, update, delete on school.staff, school.class, school.assignment, school.co_teacher,
  school.enrolment, school.schooling_history, school.amendment to hb_school;

-- Mã tra cứu: the codes of pupils' books (one per level of schooling) and of their years, drawn once and kept before the
-- first signature, so that issuing that was cut off goes on with the same codes. A workbook that gives codes of its own
-- is followed. Only added to: a code is never drawn again, because prints with it are in people's hands.

create table school.book_code (
  tenant_id integer not null,
  student_code text not null,
  level school.education_level not null,
  code text not null check (code ~ '^[0-9a-f]{32}$'),
  primary key (tenant_id, student_code, level),
  foreign key (tenant_id, student_code) references school.student
);

create table school.year_code (
  tenant_id integer not null,
  school_year text not null,
  student_code text not null,
  level school.education_level not null,
  code text not null check (code ~ '^[0-9a-f]{32}$'),
  primary key (tenant_id, school_year, student_code, level),
  foreign key (tenant_id, student_code) references school.student
);

do $$ declare found text; begin
  foreach found in array array['school.book_code', 'school.year_code'] loop
    execute format('alter table %s enable row level security', found);
    execute format('alter table %s force row level security', found);
    execute format($policy$create policy tenant on %s
      using (tenant_id = nullif(current_setting('hb.tenant', true), '')::integer)
      with check (tenant_id = nullif(current_setting('hb.tenant', true), '')::integer)$policy$, found);
  end loop;
end $$;

grant select, insert on school.book_code, school.year_code to hb_school;

-- What opens a closed book again, each with its reason: one cell sent back, an order that opens a part for a time, a
-- correction after issue.

-- Trả lại: one cell goes back to who answers for it, with a reason; it is open until it is answered.
create table school.send_back (
  tenant_id integer not null,
  send_back_id uuid not null,
  school_year text not null,
  level school.education_level not null,
  class_id text not null,
  sheet text not null,
  student_code text not null,
  path text not null,
  value_then text,
  reason text not null check (length(reason) between 1 and 500),
  by_name text not null,
  act_id uuid not null,
  -- 'changed' or 'kept', with the words of who answered.
  answer text check (answer in ('changed', 'kept')),
  answer_words text,
  value_after text,
  answer_act_id uuid,
  primary key (tenant_id, send_back_id),
  foreign key (tenant_id, school_year, student_code) references school.enrolment,
  foreign key (tenant_id, act_id) references school.act,
  foreign key (tenant_id, answer_act_id) references school.act,
  check ((answer is null) = (answer_act_id is null))
);

create unique index send_back_open on school.send_back (tenant_id, school_year, student_code, sheet, path)
  where answer is null;
create index send_back_of_class on school.send_back (tenant_id, school_year, class_id);

-- Lệnh mở sổ: opens what is closed, for a reason, within a scope, until its end; then it closes by itself. A null
-- widens the scope: every class, every sheet, every part of the year.
create table school.entry_order (
  tenant_id integer not null references school.school,
  order_id uuid not null,
  school_year text not null,
  level school.education_level not null,
  order_number text not null check (length(order_number) between 1 and 100),
  reason text not null check (length(reason) between 1 and 500),
  class_id text,
  sheet text,
  part text,
  opens_at timestamptz not null,
  ends_at timestamptz not null,
  -- Ended before its time.
  closed_at timestamptz,
  by_name text not null,
  act_id uuid not null,
  close_act_id uuid,
  -- Kí xác nhận: the principal has looked at what was written under it.
  countersigned_at timestamptz,
  countersigned_by text,
  countersign_act_id uuid,
  primary key (tenant_id, order_id),
  foreign key (tenant_id, act_id) references school.act,
  foreign key (tenant_id, close_act_id) references school.act,
  foreign key (tenant_id, countersign_act_id) references school.act,
  check (ends_at > opens_at and ends_at <= opens_at + interval '31 days'),
  check ((closed_at is null) = (close_act_id is null)),
  check ((countersigned_at is null) = (countersign_act_id is null))
);

create index entry_order_of_year on school.entry_order (tenant_id, school_year, level, ends_at);

-- Đề nghị đính chính: what was wrong in an issued book, with its evidence, and what the principal decided. A granted one
-- is an amendment, which makes the next version.
create table school.correction (
  tenant_id integer not null,
  correction_id uuid not null,
  school_year text not null,
  level school.education_level not null,
  class_id text not null,
  student_code text not null,
  subject text not null,
  field text not null,
  old_value text not null,
  new_value text not null,
  reason text not null check (length(reason) between 1 and 500),
  evidence text not null check (length(evidence) between 1 and 1000),
  by_name text not null,
  by_account uuid not null,
  act_id uuid not null,
  decision text check (decision in ('granted', 'refused')),
  decision_number text,
  decided_on date,
  decision_words text,
  decided_by text,
  decide_act_id uuid,
  primary key (tenant_id, correction_id),
  foreign key (tenant_id, school_year, student_code) references school.enrolment,
  foreign key (tenant_id, act_id) references school.act,
  foreign key (tenant_id, decide_act_id) references school.act,
  check ((decision is null) = (decide_act_id is null)),
  check (decision is distinct from 'granted' or decision_number is not null and decided_on is not null)
);

create unique index correction_open on school.correction (tenant_id, school_year, student_code, subject, field)
  where decision is null;
create index correction_of_year on school.correction (tenant_id, school_year, level);

do $$ declare found text; begin
  foreach found in array array['send_back', 'entry_order', 'correction'] loop
    execute format('alter table school.%I enable row level security', found);
    execute format('alter table school.%I force row level security', found);
    execute format($policy$create policy tenant on school.%I
      using (tenant_id = nullif(current_setting('hb.tenant', true), '')::integer)
      with check (tenant_id = nullif(current_setting('hb.tenant', true), '')::integer)$policy$, found);
  end loop;
end $$;

grant select, insert, update (answer, answer_words, value_after, answer_act_id) on school.send_back to hb_school;
grant select, insert, update (closed_at, close_act_id, countersigned_at, countersigned_by, countersign_act_id)
  on school.entry_order to hb_school;
grant select, insert, update (decision, decision_number, decided_on, decision_words, decided_by, decide_act_id)
  on school.correction to hb_school;

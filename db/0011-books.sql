-- From results to issued books: sheets that are confirmed, classes that are carried over, reports with their signatures,
-- sittings in which they are signed and sealed. What was confirmed, made, signed or issued is never overwritten by
-- something else: a new draft stands beside the old one, and each signature is written once.

-- Xác nhận: who answers for a sheet says that its part of the year is complete. The latest row of a sheet and a part
-- says whether that stands; `number` counts them, so that of two at once one collides.
create table school.confirmation (
  tenant_id integer not null,
  school_year text not null,
  class_id text not null,
  sheet text not null,
  part text not null check (part in ('year', 'summer')),
  number integer not null check (number > 0),
  kind text not null check (kind in ('confirm', 'withdraw')),
  level school.education_level not null,
  -- SHA-256 of the cells as they were confirmed.
  digest bytea check (length(digest) = 32),
  -- The warnings that were looked at, each with the words of who confirmed it.
  accepted jsonb not null default '[]',
  act_id uuid not null,
  primary key (tenant_id, school_year, class_id, sheet, part, number),
  foreign key (tenant_id, school_year, class_id) references school.class,
  foreign key (tenant_id, act_id) references school.act,
  check ((kind = 'confirm') = (digest is not null))
);

-- Kết chuyển: the homeroom teacher publishes a class's book and carries it over to the report books. The digest is that
-- of all its cells, so that any later difference shows.
create table school.carry_over (
  tenant_id integer not null,
  school_year text not null,
  class_id text not null,
  number integer not null check (number > 0),
  part text not null check (part in ('year', 'summer')),
  level school.education_level not null,
  digest bytea not null check (length(digest) = 32),
  -- How many reports it made, and the pupils who got none, each with the reason.
  made integer not null,
  not_made jsonb not null default '[]',
  act_id uuid not null,
  primary key (tenant_id, school_year, class_id, number),
  foreign key (tenant_id, school_year, class_id) references school.class,
  foreign key (tenant_id, act_id) references school.act
);

-- A pupil's report of a year: version 0 is the cover alone, signed at the start of the year; 1 the first that is issued.
-- Each time it is made anew the draft grows; one draft of the cover and one of the report is current.
create table school.report (
  tenant_id integer not null,
  school_year text not null,
  student_code text not null,
  version integer not null check (version >= 0),
  draft integer not null check (draft > 0),
  level school.education_level not null,
  class_id text not null,
  is_current boolean not null default true,
  -- SHA-256 of the part that is signed (DuLieu, or the cover), and its text as it stands in the file.
  digest bytea not null check (length(digest) = 32),
  data text not null,
  -- What a principal should look at: kind, words and article of each.
  exceptions jsonb not null default '[]',
  act_id uuid not null,
  -- Of an issued version: when the seal was proven, and its files.
  issued_at timestamptz,
  xml_sha256 bytea check (length(xml_sha256) = 32),
  pdf_sha256 bytea check (length(pdf_sha256) = 32),
  issue_act_id uuid,
  primary key (tenant_id, school_year, student_code, version, draft),
  foreign key (tenant_id, school_year, student_code) references school.enrolment,
  foreign key (tenant_id, act_id) references school.act,
  foreign key (tenant_id, issue_act_id) references school.act,
  check ((issued_at is null) = (xml_sha256 is null)),
  check ((issued_at is null) = (issue_act_id is null)),
  check (issued_at is null or version > 0)
);

create unique index report_current on school.report (tenant_id, school_year, student_code, (version = 0))
  where is_current;
create index report_of_class on school.report (tenant_id, school_year, class_id) where is_current;

-- One signature that a draft must carry: who makes it, what it covers, which others must be there before it.
create table school.signature_slot (
  tenant_id integer not null,
  school_year text not null,
  student_code text not null,
  version integer not null,
  draft integer not null,
  slot_id text not null,
  level school.education_level not null,
  class_id text not null,
  is_current boolean not null default true,
  position integer not null,
  role text not null check (role in ('subject-teacher', 'homeroom-teacher', 'principal', 'vice-principal-on-behalf',
    'principal-for-absent-teacher', 'school-seal')),
  -- Null for the school's seal.
  staff_code text,
  covers text[] not null,
  after text[] not null,
  signature text,
  value_digest text,
  -- The claimed time, and the act of the sitting; a signature kept from an earlier draft keeps both.
  signed_at timestamptz,
  act_id uuid,
  primary key (tenant_id, school_year, student_code, version, draft, slot_id),
  foreign key (tenant_id, school_year, student_code, version, draft) references school.report,
  foreign key (tenant_id, act_id) references school.act,
  check ((role = 'school-seal') = (staff_code is null)),
  check ((signature is null) = (value_digest is null) and (signature is null) = (signed_at is null)
    and (signature is null) = (act_id is null))
);

create index slot_awaited on school.signature_slot (tenant_id, school_year, level, staff_code)
  where is_current and signature is null;
create index slot_of_class on school.signature_slot (tenant_id, school_year, class_id) where is_current;

-- Phiên kí: one person signs many reports with one authorisation, or the clerk seals them. Its items are what was shown
-- and agreed to; `digest` is what the page showed of all of them.
create table school.sitting (
  tenant_id integer not null references school.school,
  sitting_id uuid not null,
  school_year text not null,
  level school.education_level not null,
  kind text not null check (kind in ('sign', 'seal')),
  -- Who signs; of a seal who affixes it.
  staff_code text not null,
  account_id uuid not null,
  by_name text not null,
  digest bytea not null check (length(digest) = 32),
  began_at timestamptz not null,
  state text not null check (state in ('running', 'paused', 'ended')),
  -- Why it stopped by itself, in the words shown.
  message text,
  ended_at timestamptz,
  total integer not null,
  primary key (tenant_id, sitting_id),
  check ((state = 'ended') = (ended_at is not null))
);

-- One unfinished sitting for a person and a kind; one unfinished sealing for a school's level and year.
create unique index sitting_unfinished on school.sitting (tenant_id, school_year, level, kind, staff_code)
  where state <> 'ended';
create unique index sealing_unfinished on school.sitting (tenant_id, school_year, level)
  where state <> 'ended' and kind = 'seal';

create table school.sitting_item (
  tenant_id integer not null,
  sitting_id uuid not null,
  position integer not null,
  school_year text not null,
  student_code text not null,
  version integer not null,
  draft integer not null,
  slot_ids text[] not null,
  -- 'dropped': the report changed or was signed otherwise meanwhile, so that nothing was signed.
  outcome text check (outcome in ('done', 'failed', 'dropped')),
  message text,
  done_at timestamptz,
  primary key (tenant_id, sitting_id, position),
  foreign key (tenant_id, sitting_id) references school.sitting,
  foreign key (tenant_id, school_year, student_code, version, draft) references school.report,
  check ((outcome is null) = (done_at is null))
);

create index sitting_item_of_report on school.sitting_item (tenant_id, school_year, student_code);

do $$ declare found text; begin
  foreach found in array array['confirmation', 'carry_over', 'report', 'signature_slot', 'sitting', 'sitting_item'] loop
    execute format('alter table school.%I enable row level security', found);
    execute format('alter table school.%I force row level security', found);
    execute format($policy$create policy tenant on school.%I
      using (tenant_id = nullif(current_setting('hb.tenant', true), '')::integer)
      with check (tenant_id = nullif(current_setting('hb.tenant', true), '')::integer)$policy$, found);
  end loop;
end $$;

grant select, insert on school.confirmation, school.carry_over to hb_school;
grant select, insert, update (is_current, issued_at, xml_sha256, pdf_sha256, issue_act_id) on school.report to hb_school;
grant select, insert, update (is_current, signature, value_digest, signed_at, act_id) on school.signature_slot
  to hb_school;
grant select, insert, update (state, message, ended_at) on school.sitting to hb_school;
grant select, insert, update (outcome, message, done_at) on school.sitting_item to hb_school;

-- What was signed stays as it was signed, whatever a program asks: a signature is written once.
create function school.keep_signed() returns trigger language plpgsql as $$
begin
  if old.signature is not null and (new.signature, new.value_digest, new.signed_at, new.act_id)
      is distinct from (old.signature, old.value_digest, old.signed_at, old.act_id) then
    raise exception 'a signature is written once' using errcode = '55000';
  end if;
  return new;
end $$;
create trigger keep_signed before update on school.signature_slot for each row execute function school.keep_signed();

create function school.keep_issued() returns trigger language plpgsql as $$
begin
  if old.issued_at is not null and (new.issued_at, new.xml_sha256, new.pdf_sha256, new.issue_act_id)
      is distinct from (old.issued_at, old.xml_sha256, old.pdf_sha256, old.issue_act_id) then
    raise exception 'a version is issued once' using errcode = '55000';
  end if;
  return new;
end $$;
create trigger keep_issued before update on school.report for each row execute function school.keep_issued();

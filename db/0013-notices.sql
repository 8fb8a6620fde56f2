-- Thông báo và báo sự cố: what a person was told of, one digest a day; what users report to the administrators.

-- One digest for a person and a day; `items` is what it said. Written before the mail goes, so that a server that dies
-- in between tells nobody twice.
create table school.notice (
  tenant_id integer not null references school.school,
  account_id uuid not null,
  day date not null,
  items jsonb not null,
  made_at timestamptz not null,
  -- Null: not sent by mail, for want of an address or a mail server.
  mailed_at timestamptz,
  mail_failure text,
  -- Counted before each try: one that was begun and of which nothing was heard again is not repeated.
  mail_attempts smallint not null default 0,
  mail_tried_at timestamptz,
  read_at timestamptz,
  primary key (tenant_id, account_id, day)
);

-- Where and whether somebody wants mail; without a row nobody is written to.
create table school.mail_address (
  tenant_id integer not null references school.school,
  account_id uuid not null,
  address text not null check (length(address) between 3 and 254),
  wants_digest boolean not null default true,
  primary key (tenant_id, account_id)
);

create table school.incident (
  tenant_id integer not null references school.school,
  incident_id uuid not null,
  account_id uuid not null,
  by_name text not null,
  reported_at timestamptz not null,
  page text not null check (length(page) <= 300),
  words text not null check (length(words) between 1 and 2000),
  state text not null check (state in ('open', 'answered')),
  answer text,
  answered_by text,
  answered_at timestamptz,
  primary key (tenant_id, incident_id),
  check ((state = 'answered') = (answered_at is not null))
);

create index incident_in_order on school.incident (tenant_id, reported_at);

-- Nhắc việc: a colleague reminds a colleague; of the same matter once a day.
create table school.nudge (
  tenant_id integer not null references school.school,
  nudge_id uuid not null,
  school_year text not null,
  level school.education_level not null,
  day date not null,
  from_account uuid not null,
  by_name text not null,
  to_staff text not null,
  class_id text,
  sheet text,
  words text not null check (length(words) between 1 and 500),
  sent_at timestamptz not null,
  primary key (tenant_id, nudge_id),
  foreign key (tenant_id, school_year, level) references school.school_year
);

create unique index nudge_once_a_day on school.nudge
  (tenant_id, day, from_account, school_year, level, to_staff, class_id, sheet) nulls not distinct;
create index nudge_of_staff on school.nudge (tenant_id, to_staff, sent_at);

-- That a school's digests of a day were made: of several servers the one that enters the row makes them.
create table school.digest (
  tenant_id integer not null references school.school,
  day date not null,
  made_at timestamptz not null,
  primary key (tenant_id, day)
);

do $$ declare found text; begin
  foreach found in array array['notice', 'mail_address', 'incident', 'nudge', 'digest'] loop
    execute format('alter table school.%I enable row level security', found);
    execute format('alter table school.%I force row level security', found);
    execute format($policy$create policy tenant on school.%I
      using (tenant_id = nullif(current_setting('hb.tenant', true), '')::integer)
      with check (tenant_id = nullif(current_setting('hb.tenant', true), '')::integer)$policy$, found);
  end loop;
end $$;

grant select, insert, update (mailed_at, mail_failure, mail_attempts, mail_tried_at, read_at) on school.notice to hb_school;
grant select, insert, update, delete on school.mail_address to hb_school;
grant select, insert, update (state, answer, answered_by, answered_at) on school.incident to hb_school;
grant select, insert on school.nudge, school.digest to hb_school;

-- The one door past the policy: which schools there are, for what is done for each of them by itself every day. It gives
-- numbers and codes, which are no secrets, and nothing of what a school has written.
create policy of_door on school.school for select to hb_owner using (true);
create function school.list_schools() returns table (tenant_id integer, school_code text)
  language plpgsql stable security definer set search_path = '' as $$
begin
  return query select s.tenant_id, s.school_code from school.school s order by s.tenant_id;
end $$;
revoke all on function school.list_schools from public;
grant execute on function school.list_schools to hb_school;

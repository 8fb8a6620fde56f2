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

do $$ declare found text; begin
  foreach found in array array['notice', 'mail_address', 'incident'] loop
    execute format('alter table school.%I enable row level security', found);
    execute format('alter table school.%I force row level security', found);
    execute format($policy$create policy tenant on school.%I
      using (tenant_id = nullif(current_setting('hb.tenant', true), '')::integer)
      with check (tenant_id = nullif(current_setting('hb.tenant', true), '')::integer)$policy$, found);
  end loop;
end $$;

grant select, insert, update (mailed_at, mail_failure, read_at) on school.notice to hb_school;
grant select, insert, update, delete on school.mail_address to hb_school;
grant select, insert, update (state, answer, answered_by, answered_at) on school.incident to hb_school;

-- CSDL học bạ: which books were issued, in which versions, and every act on them. Rows are only ever added: the role
-- of the application may select and insert, nothing else, and a version's status is computed from the acts.

create type registry.act_kind as enum ('accept', 'replace', 'revoke');

-- Schools are public knowledge; the number stands for the school in every key (tenant_id), so that the same tables
-- can be spread over several machines.
create table registry.school (
  tenant_id integer primary key check (tenant_id > 0),
  school_code text not null unique check (length(school_code) between 1 and 20),
  name text not null
);

-- One pupil's book of one school year. Lookup codes are secrets of whoever holds them: only their SHA-256 is kept,
-- which finds the row for a code but gives no code away to who reads the table.
create table registry.year (
  tenant_id integer not null references registry.school,
  year_key bytea not null check (length(year_key) = 32),
  book_key bytea not null check (length(book_key) = 32),
  school_year text not null check (school_year ~ '^\d{4}-\d{4}$'),
  student_code text not null,
  primary key (tenant_id, year_key),
  unique (tenant_id, book_key, school_year)
);

create index year_in_order on registry.year (tenant_id, school_year, student_code);

create table registry.version (
  tenant_id integer not null,
  year_key bytea not null,
  version integer not null check (version > 0),
  issued_at timestamptz not null,
  expected_effective_date date not null,
  reason text,
  xml_sha256 bytea not null check (length(xml_sha256) = 32),
  xml_size integer not null check (xml_size > 0),
  pdf_sha256 bytea check (length(pdf_sha256) = 32),
  pdf_size integer check (pdf_size > 0),
  primary key (tenant_id, year_key, version),
  foreign key (tenant_id, year_key) references registry.year,
  check ((pdf_sha256 is null) = (pdf_size is null))
);

-- `sequence` counts the acts on one year: who decides on an outdated history collides with the row that came first.
create table registry.act (
  tenant_id integer not null,
  year_key bytea not null,
  sequence integer not null check (sequence > 0),
  kind registry.act_kind not null,
  version integer not null,
  acted_at timestamptz not null,
  acted_by text not null,
  reason text,
  decision_number text,
  primary key (tenant_id, year_key, sequence),
  foreign key (tenant_id, year_key, version) references registry.version,
  check (kind = 'accept' or reason is not null)
);

create unique index act_brings_a_version_once on registry.act (tenant_id, year_key, version) where kind <> 'revoke';
create unique index act_revokes_a_version_once on registry.act (tenant_id, year_key, version) where kind = 'revoke';

-- The way from a code to its rows, for those who hold a code and know no school. A year's own code leads to one year;
-- a book's code to all its years, which may lie in several schools.
create table registry.lookup (
  code_key bytea not null check (length(code_key) = 32),
  year_key bytea not null check (length(year_key) = 32),
  tenant_id integer not null,
  primary key (code_key, year_key)
);

-- Row security: the second wall. Without a tenant in force every table below is empty and nothing can be added. The
-- setting reads '' and not null on a connection that had one before.
alter table registry.year enable row level security;
alter table registry.year force row level security;
create policy tenant on registry.year
  using (tenant_id = nullif(current_setting('hb.tenant', true), '')::integer)
  with check (tenant_id = nullif(current_setting('hb.tenant', true), '')::integer);

alter table registry.version enable row level security;
alter table registry.version force row level security;
create policy tenant on registry.version
  using (tenant_id = nullif(current_setting('hb.tenant', true), '')::integer)
  with check (tenant_id = nullif(current_setting('hb.tenant', true), '')::integer);

alter table registry.act enable row level security;
alter table registry.act force row level security;
create policy tenant on registry.act
  using (tenant_id = nullif(current_setting('hb.tenant', true), '')::integer)
  with check (tenant_id = nullif(current_setting('hb.tenant', true), '')::integer);

alter table registry.lookup enable row level security;
alter table registry.lookup force row level security;
create policy tenant on registry.lookup
  using (tenant_id = nullif(current_setting('hb.tenant', true), '')::integer)
  with check (tenant_id = nullif(current_setting('hb.tenant', true), '')::integer);

-- One row a year with its whole history: versions and acts as arrays of arrays, oldest first; keys and digests in
-- hexadecimal, times in ISO 8601. It shows what row security lets the reader see, and nothing else.
create view registry.whole_year with (security_invoker = true) as
select y.tenant_id, y.year_key, y.school_year, y.student_code, s.school_code, s.name as school_name,
  encode(y.book_key, 'hex') as book_hex, encode(y.year_key, 'hex') as year_hex,
  (select json_agg(json_build_array(v.version, v.issued_at, v.expected_effective_date, v.reason,
      encode(v.xml_sha256, 'hex'), v.xml_size, encode(v.pdf_sha256, 'hex'), v.pdf_size) order by v.version)
    from registry.version v where v.tenant_id = y.tenant_id and v.year_key = y.year_key) as versions,
  (select json_agg(json_build_array(a.kind, a.version, a.acted_at, a.acted_by, a.reason, a.decision_number)
      order by a.sequence)
    from registry.act a where a.tenant_id = y.tenant_id and a.year_key = y.year_key) as acts
from registry.year y join registry.school s on s.tenant_id = y.tenant_id;

grant select, insert on registry.school, registry.year, registry.version, registry.act to hb_registry;
grant select on registry.whole_year to hb_registry;
grant insert on registry.lookup to hb_registry;

-- The one door through the wall. Who holds a code is entitled to what it leads to, in whichever school; so this
-- function, and nothing else, reads across schools, and only the years of exactly the keys it is given. It runs as
-- the owner, whom these policies let read; the application never is the owner and cannot read `lookup` itself.
create policy door on registry.year for select to hb_owner using (true);
create policy door on registry.version for select to hb_owner using (true);
create policy door on registry.act for select to hb_owner using (true);
create policy door on registry.lookup for select to hb_owner using (true);

-- plpgsql, because it keeps its plan for as long as a connection lives; and one plan for all keys, since to make one for
-- each call costs four times the call.
create function registry.find(code_keys bytea[]) returns setof registry.whole_year
language plpgsql stable security definer
set search_path = pg_catalog set plan_cache_mode = force_generic_plan
as $$
begin
  return query
  select whole.*
  from (select distinct l.tenant_id, l.year_key from registry.lookup l where l.code_key = any(code_keys)) found
    join registry.whole_year whole on whole.tenant_id = found.tenant_id and whole.year_key = found.year_key
  order by whole.school_year, whole.year_key;
end $$;

revoke all on function registry.find(bytea[]) from public;
grant execute on function registry.find(bytea[]) to hb_registry;

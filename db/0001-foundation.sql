-- Two bodies of data that never meet in one query: what a school writes down, and what an authority has accepted.
-- Each has its own schema and the only role that may use it; both belong to hb_owner, which the application never is.

create schema registry;
create schema school;

revoke all on schema registry, school from public;
grant usage on schema registry to hb_registry;
grant usage on schema school to hb_school;

-- Vietnamese order (a ă â b … ; dấu thanh after letters): asked for by name, the database itself sorts by bytes.
create collation hocba.vi (provider = icu, locale = 'vi');
grant usage on schema hocba to hb_registry, hb_school;

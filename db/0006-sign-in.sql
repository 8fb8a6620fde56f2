-- Who may sign in: persons, not posts. What they may do at a school follows from the school's own records, which this
-- schema never meets; only the duty of administrator is given here.

create schema signin;

revoke all on schema signin from public;
grant usage on schema signin, hocba to hb_signin;

-- One person. Without a password until they have set one by an activation code. The one-time secret (RFC 6238) is sealed
-- under a key that is not in the database; the last step used is kept so that no code counts twice.
create table signin.account (
  account_id uuid primary key,
  username text not null check (length(username) between 3 and 60),
  username_key text not null unique,
  full_name text not null check (length(full_name) between 1 and 150),
  password_hash text,
  one_time_secret bytea,
  pending_secret bytea,
  last_step integer not null default 0,
  created_at timestamptz not null,
  last_sign_in_at timestamptz
);

-- At which schools, and as which member of staff there.
create table signin.membership (
  account_id uuid not null references signin.account,
  school_code text not null check (length(school_code) between 1 and 20),
  staff_code text,
  is_administrator boolean not null default false,
  is_suspended boolean not null default false,
  primary key (account_id, school_code)
);

-- One staff code is one person's.
create unique index membership_by_staff on signin.membership (school_code, staff_code) where staff_code is not null;

-- Tokens are kept as their SHA-256: a stolen table opens no session.
create table signin.session (
  token_sha256 bytea primary key,
  session_id uuid not null unique,
  account_id uuid not null references signin.account,
  started_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  device text not null check (length(device) <= 200)
);

create index session_by_account on signin.session (account_id);

-- Codes handed out on paper, once, for a first password or a new one.
create table signin.activation (
  code_sha256 bytea primary key,
  account_id uuid not null references signin.account,
  school_code text not null,
  purpose text not null check (purpose in ('activate', 'recover')),
  expires_at timestamptz not null,
  used_at timestamptz
);

create index activation_by_account on signin.activation (account_id);

-- Lưu vết: what was done to accounts; only added to.
create table signin.account_act (
  act_id uuid primary key,
  school_code text not null,
  acted_at timestamptz not null,
  by_account uuid not null references signin.account,
  about_account uuid not null references signin.account,
  kind text not null check (kind in ('set-up', 'add', 'activate', 'recover', 'suspend', 'resume', 'make-administrator',
    'unmake-administrator', 'change-staff-code', 'set-up-codes', 'remove-codes', 'change-password')),
  detail text not null default ''
);

create index account_act_by_school on signin.account_act (school_code, acted_at desc);

-- A school sees its own members and acts; a person sees where they are a member. Without either there is no row.
alter table signin.membership enable row level security;
alter table signin.membership force row level security;
create policy of_school on signin.membership
  using (school_code = nullif(current_setting('hb.school', true), '')
    or account_id = nullif(current_setting('hb.account', true), '')::uuid)
  with check (school_code = nullif(current_setting('hb.school', true), ''));

alter table signin.account_act enable row level security;
alter table signin.account_act force row level security;
create policy of_school on signin.account_act
  using (school_code = nullif(current_setting('hb.school', true), ''))
  with check (school_code = nullif(current_setting('hb.school', true), ''));

grant select, insert, update on signin.account, signin.membership, signin.activation to hb_signin;
grant select, insert, update, delete on signin.session to hb_signin;
grant select, insert on signin.account_act to hb_signin;

-- The one door past the policy: whether one account, by itself, is a member of one school.
create function signin.find_member(account uuid, school text)
  returns table (staff_code text, is_administrator boolean, is_suspended boolean)
  language plpgsql stable security definer set search_path = '' as $$
begin
  return query select m.staff_code, m.is_administrator, m.is_suspended from signin.membership m
    where m.account_id = account and m.school_code = school;
end $$;
revoke all on function signin.find_member from public;
grant execute on function signin.find_member to hb_signin;
create policy of_door on signin.membership for select to hb_owner using (true);

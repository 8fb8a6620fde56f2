-- Somebody who has an account from one school works at another with it: a guest there. That school says what they are in
-- it, and opens and closes its own door; the account stays with the school that gave it.
alter table signin.membership add column is_guest boolean not null default false;

alter table signin.account_act drop constraint account_act_kind_check;
alter table signin.account_act add constraint account_act_kind_check check (kind in ('set-up', 'add', 'activate',
  'join', 'recover', 'suspend', 'resume', 'make-administrator', 'unmake-administrator', 'change-staff-code',
  'set-up-codes', 'remove-codes', 'change-password'));

-- The gradebook as people fill it: cells that a workbook cannot express, who wrote on which sheet, saves that may come
-- twice.

-- An act of entry says whose account it was, which sheet of which class it wrote on, and how the values came.
alter table school.act
  add column account_id uuid,
  add column class_id text,
  add column sheet text,
  add column source text check (source in ('typed', 'pasted', 'file', 'undo'));

-- What was written since: on one class, and by acts of a whole year (an import) whose class is null.
create index act_by_class on school.act (tenant_id, school_year, class_id, acted_at);

-- Primary's levels, scores and comments in the middle of a term; comments of one term.
alter table school.assessment
  drop constraint assessment_check,
  add constraint assessment_value check (
    case
      when kind in ('comment', 'midterm-comment') then true
      when kind in ('exempt', 'practice-exempt') then value in ('true', 'false')
      when kind in ('level', 'midterm-level') then value in ('T', 'H', 'C')
      when kind in ('score', 'midterm-score') then value ~ '^(\d|10)$'
      else value ~ '^(absent|pass|not-pass|\d(\.\d)?|10(\.0)?)$'
    end
  ),
  add constraint assessment_midterm check (
    kind not in ('midterm-comment', 'midterm-level', 'midterm-score') or term in (1, 2)
  );

-- The homeroom teacher's entries at primary's earlier moments ('midterm1.qualities.YEU_NUOC'), and single days missed.
alter table school.homeroom_entry
  drop constraint homeroom_entry_field_check,
  add constraint homeroom_entry_field check (field in ('absences', 'absentOn', 'certificates', 'commendations',
    'comment', 'competences', 'competitions', 'conduct', 'generalCompetencesComment', 'heightCm', 'moments',
    'outstanding', 'principalDecision', 'qualities', 'qualitiesComment', 'specificCompetencesComment', 'summerComment',
    'weightKg')),
  add constraint homeroom_entry_absence check (
    field <> 'absentOn' or item ~ '^\d{4}-\d{2}-\d{2}$' and value in ('excused', 'unexcused')
  ),
  add constraint homeroom_entry_moment check (
    field <> 'moments' or item ~ '^(midterm1|term1|midterm2)\.(qualities|competences)\.[A-Z_]+$' and value in ('T', 'Đ', 'C')
  );

-- What a save was answered with, cell by cell, so that one whose answer was lost can be sent again. The page draws the
-- number; the digest is of what was sent, and by whom, since a number stands for one content only.
create table school.save (
  tenant_id integer not null,
  school_year text not null,
  save_id uuid not null,
  digest bytea not null check (length(digest) = 32),
  outcomes jsonb not null,
  primary key (tenant_id, school_year, save_id),
  foreign key (tenant_id, save_id) references school.act (tenant_id, act_id)
);

alter table school.save enable row level security;
alter table school.save force row level security;
create policy tenant on school.save
  using (tenant_id = nullif(current_setting('hb.tenant', true), '')::integer)
  with check (tenant_id = nullif(current_setting('hb.tenant', true), '')::integer);

grant select, insert on school.save to hb_school;

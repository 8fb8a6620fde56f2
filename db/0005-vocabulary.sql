-- New words of the school's own closed lists. By themselves, because PostgreSQL lets a transaction that adds a value to
-- an enumeration not use it yet.

-- Entry of cells by a person; the set-up of a year by hand; its roll-over from the year before.
alter type school.act_kind add value 'entry';
alter type school.act_kind add value 'set-up';
alter type school.act_kind add value 'roll-over';

-- Primary's periodic assessments in the middle of a term (TT 27/2020, Điều 7); those at its end are 'level', 'score' and
-- 'comment' of that term, those at the year's end of term 0.
alter type school.assessment_kind add value 'midterm-level';
alter type school.assessment_kind add value 'midterm-score';
alter type school.assessment_kind add value 'midterm-comment';

-- Sittings that run must go on by themselves when a server starts, whichever schools they are of. Row security shows no
-- school to who does not name one, so this function, and nothing else, tells which sittings run: their numbers and
-- their schools', nothing of what they sign. Each is then run in its own school's name, as everything else is. It runs
-- as the owner, whom this policy lets see running sittings alone; the application never is the owner.
create policy door on school.sitting for select to hb_owner using (state = 'running');

create function school.list_running_sittings() returns table (tenant_id integer, sitting_id uuid)
language plpgsql stable security definer
set search_path = pg_catalog
as $$
begin
  return query
  select s.tenant_id, s.sitting_id from school.sitting s where s.state = 'running' order by s.began_at, s.sitting_id;
end $$;

revoke all on function school.list_running_sittings() from public;
grant execute on function school.list_running_sittings() to hb_school;

import { withClient } from '../../../src/adapters/postgres/session.ts'

/**
 * Fills an empty registry with so many years of invented pupils, each with its own book, three acts and two versions,
 * in schools of 500. The codes are not random: pupil n has the keys sha256('book n') and sha256('year n').
 */
export const fillRegistry = (superuserUrl: string, years: number): Promise<void> =>
  withClient(superuserUrl, async (client) => {
    await client.query(`
      create temporary table pupil as
      select n, 1 + n / 500 as tenant, sha256(('book ' || n)::bytea) as book, sha256(('year ' || n)::bytea) as year
      from generate_series(1, ${years}) n;
      insert into registry.school select distinct tenant, tenant::text, 'Trường ' || tenant from pupil;
      insert into registry.year select tenant, year, book, '2025-2026', 'HS' || n from pupil;
      insert into registry.version
        select tenant, year, version, '2026-05-29T02:00:00Z', '2026-07-10',
          case version when 2 then 'Sửa điểm' end, sha256(year), 30000, sha256(book), 200000
        from pupil, generate_series(1, 2) version;
      insert into registry.act
        select tenant, year, sequence, (array['accept', 'replace', 'revoke'])[sequence]::registry.act_kind,
          least(sequence, 2), '2026-06-01T00:00:00Z', 'Trường', case when sequence > 1 then 'Sửa điểm' end, null
        from pupil, generate_series(1, 3) sequence;
      insert into registry.lookup select code, year, tenant from pupil, unnest(array[book, year]) code;
      drop table pupil;
      analyze registry.school, registry.year, registry.version, registry.act, registry.lookup;`)
  })

import { Button } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { PageHeader } from '../../parts/index.ts'
import { useClassPaths } from '../results/paths.ts'
import { usePlace, type ClassResults } from '../results/use-class-results.ts'
import { WithResults } from '../results/with-results.tsx'
import { BorderlineView } from './borderline-view.tsx'

/** Cần xem trước khi họp: the pupils whom one condition keeps from something better. */
export const BorderlinePage = () => {
  const { classId } = usePlace()
  return <WithResults classId={classId}>{(results) => <Meeting results={results} />}</WithResults>
}

const Meeting = ({ results }: { readonly results: ClassResults }) => {
  const { t } = useTranslation('results')
  const { classId, name } = results.class
  const paths = useClassPaths(classId)
  return (
    <>
      <PageHeader
        title={t('borderline.title', { name })}
        subtitle={t('proof.year', { year: results.schoolYear.replace('-', '–') })}
        crumbs={[
          { title: t('class.title', { name }), to: paths.class },
          { title: t('class.results'), to: paths.results },
          { title: t('class.borderline') },
        ]}
        actions={
          <Button
            variant="default"
            leftSection={<IconPrinter size={18} aria-hidden="true" />}
            onClick={() => {
              window.print()
            }}
          >
            {t('common.print')}
          </Button>
        }
      />
      <BorderlineView students={results.students} proofPath={paths.proof} />
    </>
  )
}

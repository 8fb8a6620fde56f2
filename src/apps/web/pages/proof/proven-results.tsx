import { Button, Group, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EvaluationInput } from '../../../../evaluation/index.ts'
import { Disclosure } from './disclosure.tsx'
import type { ProvenResult, PupilProof } from './proof-of.ts'
import { listResults } from './result-values.ts'
import { Step } from './step.tsx'
import classes from './proof.module.css'

interface ProvenResultsProps {
  readonly input: EvaluationInput
  readonly proof: PupilProof
}

/** Every result of the year, each opening its proof. The conclusion is open from the start. */
export const ProvenResults = ({ input, proof }: ProvenResultsProps) => {
  const { t } = useTranslation('results')
  const results = listResults(t, input, proof.result, proof.proof)
  const [open, setOpen] = useState<ReadonlySet<ProvenResult>>(new Set(['decision']))
  const isAllOpen = results.every(({ name }) => open.has(name))
  const toggle = (name: ProvenResult): void => {
    setOpen((before) => (before.has(name) ? without(before, name) : new Set([...before, name])))
  }
  return (
    <section className={classes['part']} aria-labelledby="tung-ket-qua">
      <Group justify="space-between">
        <Title order={2} id="tung-ket-qua">
          {t('proof.steps')}
        </Title>
        <Button
          variant="subtle"
          size="compact-sm"
          className={classes['unprinted']}
          onClick={() => {
            setOpen(isAllOpen ? new Set() : new Set(results.map(({ name }) => name)))
          }}
        >
          {isAllOpen ? t('proof.close') : t('proof.open')}
        </Button>
      </Group>
      <div className={classes['resultList']}>
        {results.map(({ name, value, isBad }) => (
          <Disclosure
            key={name}
            title={t(`proof.${name}`)}
            value={<Value value={value} isBad={isBad} />}
            isOpen={open.has(name)}
            onToggle={() => {
              toggle(name)
            }}
          >
            <Steps steps={proof.proof[name]} />
          </Disclosure>
        ))}
      </div>
    </section>
  )
}

const without = (names: ReadonlySet<ProvenResult>, name: ProvenResult): ReadonlySet<ProvenResult> =>
  new Set([...names].filter((one) => one !== name))

const Value = ({ value, isBad }: { readonly value: string | null; readonly isBad: boolean }) => {
  const { t } = useTranslation('results')
  return <b data-state={value === null ? 'open' : isBad ? 'bad' : 'usual'}>{value ?? t('common.notYet')}</b>
}

const Steps = ({ steps }: { readonly steps: PupilProof['proof'][ProvenResult] }) => {
  const { t } = useTranslation('results')
  return steps.length === 0 ? (
    <p className={classes['noSteps']}>{t('proof.noSteps')}</p>
  ) : (
    <ol className={classes['stepList']}>
      {steps.map((reason) => (
        <Step key={reason.rule + reason.text} reason={reason} />
      ))}
    </ol>
  )
}

import { UnstyledButton } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useId, type ReactNode } from 'react'
import classes from './proof.module.css'

interface DisclosureProps {
  readonly title: string
  readonly value: ReactNode
  readonly isOpen: boolean
  readonly onToggle: () => void
  readonly children: ReactNode
}

/** A result that opens its proof. On paper everything is open: what is folded away is only hidden on screens. */
export const Disclosure = ({ title, value, isOpen, onToggle, children }: DisclosureProps) => {
  const id = useId()
  return (
    <section className={classes['result']} data-open={isOpen}>
      <h3 className={classes['resultHead']}>
        <UnstyledButton
          className={classes['toggle']}
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={onToggle}
        >
          <span className={classes['resultTitle']}>{title}</span>
          <span className={classes['resultValue']}>{value}</span>
          <IconChevronDown size={18} className={classes['chevron']} aria-hidden="true" />
        </UnstyledButton>
      </h3>
      <div id={id} className={classes['resultBody']}>
        {children}
      </div>
    </section>
  )
}

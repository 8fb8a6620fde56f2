import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { ReactNode } from 'react'
import { ConfirmDialog } from '../parts/index.ts'

interface RemoveButtonProps {
  /** 'Xóa lớp 6A1' */
  readonly label: string
  readonly children: ReactNode
  readonly isBusy: boolean
  readonly onRemove: () => void
}

/** Removes something once whoever asked has said so twice. */
export const RemoveButton = ({ label, children, isBusy, onRemove }: RemoveButtonProps) => {
  const [isOpen, { open, close }] = useDisclosure()
  return (
    <>
      <Button variant="subtle" color="red" onClick={open}>
        {label}
      </Button>
      <ConfirmDialog
        isOpen={isOpen}
        title={label}
        confirm={label}
        isDangerous
        isBusy={isBusy}
        onConfirm={() => {
          close()
          onRemove()
        }}
        onClose={close}
      >
        {children}
      </ConfirmDialog>
    </>
  )
}

import { Anchor, type AnchorProps } from '@mantine/core'
import { useRouter } from '@tanstack/react-router'
import type { MouseEvent, ReactNode } from 'react'

interface PageLinkProps extends AnchorProps {
  /** An address of this app without its base: '/DEMO/2026-2027/primary/lop/1A'. */
  readonly to: string
  readonly children: ReactNode
  readonly 'aria-label'?: string
}

/** A link to another page of the app that does not load the app anew. */
export const PageLink = ({ to, children, ...rest }: PageLinkProps) => {
  const router = useRouter()
  const href = `${router.basepath === '/' ? '' : router.basepath}${to}`
  const go = (event: MouseEvent): void => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return
    event.preventDefault()
    router.history.push(href)
  }
  return (
    <Anchor inherit href={href} onClick={go} {...rest}>
      {children}
    </Anchor>
  )
}

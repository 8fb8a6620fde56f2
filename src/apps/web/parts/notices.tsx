import type { NotificationData } from '@mantine/notifications'
import { lazy } from 'react'
import { Later } from './later.tsx'

const fetchNotices = () => import('@mantine/notifications')

const Stack = lazy(async () => ({ default: (await fetchNotices()).Notifications }))

/** Where short lines about what was done appear. */
export const Notices = () => (
  <Later>
    <Stack position="bottom-right" />
  </Later>
)

/** Says in a line what was done, or what failed. */
export const notify = async (notice: NotificationData): Promise<void> => {
  const { notifications } = await fetchNotices()
  notifications.show(notice)
}

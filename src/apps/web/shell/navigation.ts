import {
  IconArrowBackUp,
  IconArrowsExchange,
  IconBell,
  IconBooks,
  IconBuilding,
  IconCalendar,
  IconChalkboard,
  IconChartBar,
  IconFilePencil,
  IconFileSpreadsheet,
  IconHome,
  IconListDetails,
  IconLockOpen,
  IconRubberStamp,
  IconSettings,
  IconSignature,
  IconUserCog,
  IconUsers,
  IconUsersGroup,
  type Icon,
} from '@tabler/icons-react'
import type { SchoolInUse } from './use-school.ts'

/** One line of the navigation. */
export interface NavigationItem {
  readonly key:
    | 'home'
    | 'notices'
    | 'signing'
    | 'sealing'
    | 'sendBacks'
    | 'progress'
    | 'corrections'
    | 'orders'
    | 'year'
    | 'workbook'
    | 'staff'
    | 'groups'
    | 'classes'
    | 'plan'
    | 'assignments'
    | 'students'
    | 'rollOver'
    | 'settings'
    | 'accounts'
  readonly path: string
  readonly icon: Icon
  readonly isShown: (school: SchoolInUse) => boolean
}

/** A group of lines with a heading. */
export interface NavigationGroup {
  readonly key: 'work' | 'setup' | 'people' | 'system'
  readonly items: readonly NavigationItem[]
}

const signers: ReadonlySet<string> = new Set([
  'principal',
  'vice-principal',
  'homeroom-teacher',
  'subject-teacher',
])

/** Whether somebody has a part of the books to sign; a clerk only seals them. */
export const signs = ({ can, roles }: SchoolInUse): boolean =>
  can('books.sign') && roles.some((role) => signers.has(role))

const setsUp = ({ can }: SchoolInUse): boolean => can('year.set-up')

/** The whole navigation; who may not open a page does not see its line. */
export const navigation: readonly NavigationGroup[] = [
  {
    key: 'work',
    items: [
      { key: 'home', path: '', icon: IconHome, isShown: () => true },
      { key: 'notices', path: 'thong-bao', icon: IconBell, isShown: () => true },
      { key: 'signing', path: 'ky', icon: IconSignature, isShown: signs },
      {
        key: 'sealing',
        path: 'ky',
        icon: IconRubberStamp,
        isShown: (school) => school.can('books.seal') && !signs(school),
      },
      {
        key: 'sendBacks',
        path: 'tra-lai',
        icon: IconArrowBackUp,
        isShown: signs,
      },
      { key: 'progress', path: 'tien-do', icon: IconChartBar, isShown: ({ can }) => can('progress.read') },
      {
        key: 'corrections',
        path: 'dinh-chinh',
        icon: IconFilePencil,
        isShown: signs,
      },
      {
        key: 'orders',
        path: 'lenh-mo-so',
        icon: IconLockOpen,
        isShown: ({ can }) => can('entry.order') || can('entry.countersign'),
      },
    ],
  },
  {
    key: 'setup',
    items: [
      { key: 'year', path: 'nam-hoc', icon: IconCalendar, isShown: setsUp },
      { key: 'workbook', path: 'nhap-so', icon: IconFileSpreadsheet, isShown: setsUp },
      { key: 'classes', path: 'lop-hoc', icon: IconBuilding, isShown: () => true },
      { key: 'plan', path: 'chuong-trinh', icon: IconBooks, isShown: setsUp },
      { key: 'assignments', path: 'phan-cong', icon: IconChalkboard, isShown: setsUp },
      {
        key: 'rollOver',
        path: 'chuyen-nam',
        icon: IconArrowsExchange,
        isShown: ({ can }) => can('roll-over'),
      },
    ],
  },
  {
    key: 'people',
    items: [
      { key: 'staff', path: 'can-bo', icon: IconUsers, isShown: setsUp },
      { key: 'groups', path: 'to-chuyen-mon', icon: IconUsersGroup, isShown: setsUp },
      {
        key: 'students',
        path: 'hoc-sinh',
        icon: IconListDetails,
        isShown: ({ can }) => can('students.read'),
      },
    ],
  },
  {
    key: 'system',
    items: [
      { key: 'accounts', path: 'nguoi-dung', icon: IconUserCog, isShown: ({ can }) => can('accounts.read') },
      {
        key: 'settings',
        path: 'cai-dat',
        icon: IconSettings,
        isShown: ({ can }) => can('settings.write') || can('year.set-up'),
      },
    ],
  },
]

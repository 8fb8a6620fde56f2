import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
  type RouteComponent,
} from '@tanstack/react-router'
import { ErrorState, LoadingState } from './parts/index.ts'
import { Entrance } from './shell/entrance.tsx'
import { NotFound } from './shell/not-found.tsx'
import { Shell } from './shell/shell.tsx'

interface PageModule {
  readonly Page: RouteComponent
}

const modules = import.meta.glob<PageModule>('./pages/*/index.tsx')

/** A page's module (pages/NAME/index.tsx shows `Page`), fetched when somebody goes there. */
const pageOf = (name: string): RouteComponent => {
  const load = modules[`./pages/${name}/index.tsx`]
  return load === undefined ? NotFound : lazyRouteComponent(load, 'Page')
}

const root = createRootRoute({
  component: Outlet,
  notFoundComponent: NotFound,
  errorComponent: ({ error, reset }) => <ErrorState error={error} onRetry={reset} />,
})

const entrance = createRoute({ getParentRoute: () => root, path: '/', component: Entrance })

/** An address without a school, and the folder of its page. */
const own = <const P extends string>(path: P, name: string) =>
  createRoute({ getParentRoute: () => root, path, component: pageOf(name) })

const school = createRoute({
  getParentRoute: () => root,
  path: '/$schoolCode/$schoolYear/$level',
  component: Shell,
  beforeLoad: ({ params }) => {
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- a redirect is thrown, and is an answer
    if (!/^\d{4}-\d{4}$/.test(params.schoolYear)) throw redirect({ to: '/' })
  },
})

/** An address under a school's year. */
const of = <const P extends string>(path: P, name: string) =>
  createRoute({ getParentRoute: () => school, path, component: pageOf(name) })

const ofSchool = [
  of('/', 'home'),
  of('/lop-hoc', 'classes'),
  of('/lop/$classId', 'class'),
  of('/lop/$classId/so/$sheet', 'gradebook'),
  of('/lop/$classId/ket-qua', 'results'),
  of('/lop/$classId/ket-qua/$studentCode', 'proof'),
  of('/lop/$classId/can-xem', 'borderline'),
  of('/lop/$classId/hoc-sinh/$studentCode', 'student'),
  of('/lop/$classId/hoc-sinh/$studentCode/vet', 'student-trace'),
  of('/lop/$classId/hoc-ba', 'class-books'),
  of('/lop/$classId/hoc-ba/$studentCode', 'book'),
  of('/ky', 'signing'),
  of('/tra-lai', 'send-backs'),
  of('/lenh-mo-so', 'entry-orders'),
  of('/dinh-chinh', 'corrections'),
  of('/tien-do', 'progress'),
  of('/thong-bao', 'notices'),
  of('/su-co', 'notices'),
  of('/nguoi-dung', 'accounts'),
  of('/nam-hoc', 'year'),
  of('/nhap-so', 'workbook'),
  of('/can-bo', 'staff'),
  of('/to-chuyen-mon', 'subject-groups'),
  of('/chuong-trinh', 'subject-plan'),
  of('/phan-cong', 'assignments'),
  of('/hoc-sinh', 'students'),
  of('/cai-dat', 'settings'),
  of('/chuyen-nam', 'roll-over'),
] as const

/** Every address of the school's application. */
export const router = createRouter({
  routeTree: root.addChildren([
    entrance,
    own('/dang-nhap', 'sign-in'),
    own('/kich-hoat', 'activation'),
    own('/thiet-lap', 'set-up'),
    own('/tai-khoan', 'account'),
    school.addChildren(ofSchool),
  ]),
  basepath: '/truong',
  defaultPreload: 'intent',
  defaultPendingComponent: () => <LoadingState />,
  defaultErrorComponent: ({ error, reset }) => <ErrorState error={error} onRetry={reset} />,
  defaultNotFoundComponent: NotFound,
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}

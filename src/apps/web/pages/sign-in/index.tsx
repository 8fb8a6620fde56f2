import { useNavigate } from '@tanstack/react-router'
import { SignInPanel } from '../../shell/sign-in-panel.tsx'

/** Đăng nhập: then on to where work is. */
export const Page = () => {
  const navigate = useNavigate()
  return <SignInPanel onSignedIn={() => void navigate({ to: '/' })} />
}

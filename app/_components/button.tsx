import type { ComponentProps } from 'react'
import { Link } from '#app/_i18n/navigation.ts'
import styles from './button.module.css'
import { join } from './join.ts'

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger'
export interface ButtonLook {
  /** One primary at most in a group; `quiet` looks like a link; `danger` cannot be undone. */
  variant?: ButtonVariant
  size?: 'm' | 's'
}

/** A native button with our looks; `type` is `button` unless told. */
export function Button({
  variant = 'secondary',
  size = 'm',
  className,
  type = 'button',
  ...props
}: ComponentProps<'button'> & ButtonLook) {
  return (
    <button
      {...props}
      type={type}
      className={join(styles.button, className)}
      data-variant={variant}
      data-size={size}
    />
  )
}

/** A link that looks like a button and stays in the reader's language. */
export function LinkButton({
  variant = 'secondary',
  size = 'm',
  className,
  ...props
}: ComponentProps<typeof Link> & ButtonLook) {
  return (
    <Link
      {...props}
      className={join(styles.button, className)}
      data-variant={variant}
      data-size={size}
    />
  )
}

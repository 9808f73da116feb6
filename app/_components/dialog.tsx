'use client'

import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import styles from './dialog.module.css'

/**
 * A modal window: focus goes in and comes back, Escape and a press outside close it. Controlled by `isOpen` and
 * `onOpenChange`; `actions` stand at its end. `isAlert` is for questions that have to be answered: it closes only
 * by its own buttons or Escape.
 */
export function Dialog({
  title,
  isOpen,
  onOpenChange,
  isAlert = false,
  wide = false,
  actions,
  children,
}: {
  title: ReactNode
  isOpen: boolean
  onOpenChange: (open: boolean) => void
  isAlert?: boolean
  wide?: boolean
  actions?: ReactNode
  children: ReactNode
}) {
  return (
    <ModalOverlay
      className={styles.overlay!}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      isDismissable={!isAlert}
    >
      <Modal className={styles.modal!} data-wide={wide}>
        <AriaDialog className={styles.dialog!} role={isAlert ? 'alertdialog' : 'dialog'}>
          <Heading slot="title" level={2} className={styles.title!}>
            {title}
          </Heading>
          {children}
          {actions && <div className={styles.actions}>{actions}</div>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

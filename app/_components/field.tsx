import { useTranslations } from 'next-intl'
import { type ComponentProps, type ReactNode, useId } from 'react'
import styles from './field.module.css'
import { join } from './join.ts'

/** What every field shows around its control. Help and error are tied to the control for screen readers. */
export interface FieldText {
  label: ReactNode
  help?: ReactNode | undefined
  error?: string | undefined
  /** Says "optional" beside the label; required fields say so by `required`. */
  optional?: boolean | undefined
}

/** Ids that tie help and error to a control: `aria-describedby` and `aria-invalid`. */
export function describedBy(id: string, { help, error }: Pick<FieldText, 'help' | 'error'>) {
  const ids = join(help ? `${id}-help` : null, error ? `${id}-error` : null)
  return { 'aria-describedby': ids || undefined, 'aria-invalid': error ? true : undefined }
}

export function LabelText({
  label,
  optional,
  required,
}: FieldText & { required?: boolean | undefined }) {
  const t = useTranslations('common')
  return (
    <>
      {label}
      {optional && <span className={styles.aside}> ({t('optional')})</span>}
      {required && <span className={styles.aside}> ({t('required')})</span>}
    </>
  )
}

export function HelpAndError({
  id,
  help,
  error,
}: Pick<FieldText, 'help' | 'error'> & { id: string }) {
  return (
    <>
      {help && (
        <div className={styles.help} id={`${id}-help`}>
          {help}
        </div>
      )}
      {error && (
        <p className={styles.error} id={`${id}-error`}>
          {error}
        </p>
      )}
    </>
  )
}

/** A label, help and error, and the control that they belong to. */
function Field({
  label,
  help,
  error,
  optional,
  required,
  id,
  className,
  control,
}: FieldText & {
  required?: boolean | undefined
  id?: string | undefined
  className?: string | undefined
  /** Draws the control with what ties it to label, help and error. */
  control: (tied: { id: string; className: string | undefined }) => ReactNode
}) {
  const generated = useId()
  const controlId = id ?? generated
  const tied = { ...describedBy(controlId, { help, error }), id: controlId }
  return (
    <div className={join(styles.field, className)}>
      <label className={styles.label} htmlFor={controlId}>
        <LabelText label={label} optional={optional} required={required} />
      </label>
      <HelpAndError id={controlId} help={help} error={error} />
      {control({ ...tied, className: styles.control })}
    </div>
  )
}

/** One line of text: label, help, error, native input. `dir="auto"` unless told, so that either script reads right. */
export function TextField({
  label,
  help,
  error,
  optional,
  id,
  className,
  ...input
}: FieldText & ComponentProps<'input'>) {
  const field = { label, help, error, optional, id, className, required: input.required }
  return <Field {...field} control={(tied) => <input dir="auto" {...input} {...tied} />} />
}

/** Several lines of text; grows with what is typed where the browser can. */
export function TextArea({
  label,
  help,
  error,
  optional,
  id,
  className,
  ...textarea
}: FieldText & ComponentProps<'textarea'>) {
  const field = { label, help, error, optional, id, className, required: textarea.required }
  return (
    <Field
      {...field}
      control={(tied) => <textarea dir="auto" rows={4} {...textarea} {...tied} />}
    />
  )
}

export interface Option {
  value: string
  label: string
  disabled?: boolean | undefined
}

/** A native select. `placeholder` adds a first, empty choice. */
export function Select({
  label,
  help,
  error,
  optional,
  id,
  className,
  options,
  placeholder,
  ...select
}: FieldText &
  ComponentProps<'select'> & { options: readonly Option[]; placeholder?: string | undefined }) {
  const field = { label, help, error, optional, id, className, required: select.required }
  return (
    <Field
      {...field}
      control={(tied) => (
        <select {...select} {...tied}>
          {placeholder !== undefined && <option value="">{placeholder}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value} disabled={option.disabled}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    />
  )
}

/** A titled part of a long form, with plain help under its title. */
export function FormSection({
  title,
  description,
  id,
  children,
}: {
  title: ReactNode
  description?: ReactNode
  id?: string
  children: ReactNode
}) {
  const headingId = useId()
  return (
    <section className={styles.section} id={id} aria-labelledby={headingId}>
      <div className={styles.sectionHead}>
        <h2 id={headingId}>{title}</h2>
        {description && <p>{description}</p>}
      </div>
      <div className={styles.sectionBody}>{children}</div>
    </section>
  )
}

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
function describedBy(id: string, { help, error }: Pick<FieldText, 'help' | 'error'>) {
  const ids = join(help ? `${id}-help` : null, error ? `${id}-error` : null)
  return { 'aria-describedby': ids || undefined, 'aria-invalid': error ? true : undefined }
}

function LabelText({ label, optional, required }: FieldText & { required?: boolean | undefined }) {
  const t = useTranslations('common')
  return (
    <>
      {label}
      {optional && <span className={styles.aside}> ({t('optional')})</span>}
      {required && <span className={styles.aside}> ({t('required')})</span>}
    </>
  )
}

function HelpAndError({ id, help, error }: Pick<FieldText, 'help' | 'error'> & { id: string }) {
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
  const generated = useId()
  const controlId = id ?? generated
  return (
    <div className={join(styles.field, className)}>
      <label className={styles.label} htmlFor={controlId}>
        <LabelText label={label} optional={optional} required={input.required} />
      </label>
      <HelpAndError id={controlId} help={help} error={error} />
      <input
        dir="auto"
        {...input}
        {...describedBy(controlId, { help, error })}
        id={controlId}
        className={styles.control}
      />
    </div>
  )
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
  const generated = useId()
  const controlId = id ?? generated
  return (
    <div className={join(styles.field, className)}>
      <label className={styles.label} htmlFor={controlId}>
        <LabelText label={label} optional={optional} required={textarea.required} />
      </label>
      <HelpAndError id={controlId} help={help} error={error} />
      <textarea
        dir="auto"
        rows={4}
        {...textarea}
        {...describedBy(controlId, { help, error })}
        id={controlId}
        className={styles.control}
      />
    </div>
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
  const generated = useId()
  const controlId = id ?? generated
  return (
    <div className={join(styles.field, className)}>
      <label className={styles.label} htmlFor={controlId}>
        <LabelText label={label} optional={optional} required={select.required} />
      </label>
      <HelpAndError id={controlId} help={help} error={error} />
      <select
        {...select}
        {...describedBy(controlId, { help, error })}
        id={controlId}
        className={styles.control}
      >
        {placeholder !== undefined && <option value="">{placeholder}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  )
}

/** A group of native radio buttons or checkboxes named by a legend. Used by the two below. */
export function Fieldset({
  label,
  help,
  error,
  optional,
  id,
  className,
  children,
}: FieldText & { id?: string | undefined; className?: string | undefined; children: ReactNode }) {
  const generated = useId()
  const groupId = id ?? generated
  const { 'aria-describedby': described } = describedBy(groupId, { help, error })
  return (
    <fieldset
      id={groupId}
      className={join(styles.fieldset, className)}
      aria-describedby={described}
    >
      <legend className={styles.label}>
        <LabelText label={label} optional={optional} />
      </legend>
      <HelpAndError id={groupId} help={help} error={error} />
      {children}
    </fieldset>
  )
}

interface ChoiceOption extends Option {
  help?: ReactNode | undefined
}

interface GroupProps extends FieldText {
  name: string
  options: readonly ChoiceOption[]
  /** Side by side where there is room. */
  inline?: boolean | undefined
  id?: string | undefined
  className?: string | undefined
}

/** One of several. Uncontrolled by `defaultValue`, controlled by `value` and `onChange`. */
export function RadioGroup({
  name,
  options,
  inline,
  defaultValue,
  value,
  onChange,
  ...text
}: GroupProps & {
  defaultValue?: string | null | undefined
  value?: string | null | undefined
  onChange?: ((value: string) => void) | undefined
}) {
  return (
    <Fieldset {...text}>
      <div className={styles.choices} data-inline={inline}>
        {options.map((option) => (
          <Choice
            key={option.value}
            type="radio"
            name={name}
            value={option.value}
            label={option.label}
            help={option.help}
            disabled={option.disabled}
            {...(value === undefined
              ? { defaultChecked: defaultValue === option.value }
              : { checked: value === option.value })}
            {...(onChange ? { onChange: () => onChange(option.value) } : {})}
          />
        ))}
      </div>
    </Fieldset>
  )
}

/** Any of several, under one name. Uncontrolled by `defaultValues`, controlled by `values` and `onChange`. */
export function CheckboxGroup({
  name,
  options,
  inline,
  defaultValues,
  values,
  onChange,
  ...text
}: GroupProps & {
  defaultValues?: readonly string[] | undefined
  values?: readonly string[] | undefined
  onChange?: ((values: string[]) => void) | undefined
}) {
  return (
    <Fieldset {...text}>
      <div className={styles.choices} data-inline={inline}>
        {options.map((option) => (
          <Choice
            key={option.value}
            type="checkbox"
            name={name}
            value={option.value}
            label={option.label}
            help={option.help}
            disabled={option.disabled}
            {...(values === undefined
              ? { defaultChecked: defaultValues?.includes(option.value) }
              : { checked: values.includes(option.value) })}
            {...(onChange
              ? {
                  onChange: (event) => {
                    const others = (values ?? []).filter((other) => other !== option.value)
                    onChange(event.target.checked ? [...others, option.value] : others)
                  },
                }
              : {})}
          />
        ))}
      </div>
    </Fieldset>
  )
}

/** One checkbox with its label after it. */
export function Checkbox({
  label,
  help,
  error,
  ...input
}: Omit<FieldText, 'optional'> & ComponentProps<'input'>) {
  return <Choice {...input} type="checkbox" label={label} help={help} error={error} />
}

function Choice({
  label,
  help,
  error,
  id,
  ...input
}: Omit<FieldText, 'optional'> & ComponentProps<'input'>) {
  const generated = useId()
  const controlId = id ?? generated
  return (
    <div className={styles.choice}>
      <input {...input} {...describedBy(controlId, { help, error })} id={controlId} />
      <div>
        <label htmlFor={controlId}>{label}</label>
        <HelpAndError id={controlId} help={help} error={error} />
      </div>
    </div>
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

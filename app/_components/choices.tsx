import { type ComponentProps, type ReactNode, useId } from 'react'
import styles from './field.module.css'
import { describedBy, type FieldText, HelpAndError, LabelText, type Option } from './field.tsx'
import { join } from './join.ts'

/** A group of native radio buttons or checkboxes named by a legend. */
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
  defaultValue,
  value,
  onChange,
  ...group
}: GroupProps & {
  defaultValue?: string | null | undefined
  value?: string | null | undefined
  onChange?: ((value: string) => void) | undefined
}) {
  return (
    <Choices
      {...group}
      type="radio"
      stateOf={(one) => ({
        ...(value === undefined
          ? { defaultChecked: defaultValue === one }
          : { checked: value === one }),
        ...(onChange && { onChange: () => onChange(one) }),
      })}
    />
  )
}

/** Any of several, under one name. Uncontrolled by `defaultValues`, controlled by `values` and `onChange`. */
export function CheckboxGroup({
  defaultValues,
  values,
  onChange,
  ...group
}: GroupProps & {
  defaultValues?: readonly string[] | undefined
  values?: readonly string[] | undefined
  onChange?: ((values: string[]) => void) | undefined
}) {
  return (
    <Choices
      {...group}
      type="checkbox"
      stateOf={(one) => ({
        ...(values === undefined
          ? { defaultChecked: defaultValues?.includes(one) }
          : { checked: values.includes(one) }),
        ...(onChange && {
          onChange: (event) => {
            const others = (values ?? []).filter((other) => other !== one)
            onChange(event.target.checked ? [...others, one] : others)
          },
        }),
      })}
    />
  )
}

/** The options of a group, each with its own state. */
function Choices({
  type,
  name,
  options,
  inline,
  stateOf,
  ...text
}: GroupProps & {
  type: 'radio' | 'checkbox'
  stateOf: (
    value: string,
  ) => Pick<ComponentProps<'input'>, 'checked' | 'defaultChecked' | 'onChange'>
}) {
  return (
    <Fieldset {...text}>
      <div className={styles.choices} data-inline={inline}>
        {options.map(({ value, label, help, disabled }) => (
          <Choice
            key={value}
            type={type}
            name={name}
            value={value}
            label={label}
            help={help}
            disabled={disabled}
            {...stateOf(value)}
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

'use client'

import { useTranslations } from 'next-intl'
import { FormSection } from '#app/_components/field.tsx'
import { Choice, Choices, RecordedChoice, YesNo } from '../fields/choice-fields.tsx'
import { DateField } from '../fields/date-field.tsx'
import { LocalizedField } from '../fields/localized-field.tsx'
import { IdentifiersField, OtherNamesField } from '../fields/pair-list-field.tsx'
import { DayField, PlainText, RecordedText } from '../fields/text-fields.tsx'
import { TextStep } from '../passages/text-step.tsx'
import { AuthoritiesField, OccasionField, SourceField } from '../records/record-pickers.tsx'
import type { Step } from '../steps.ts'
import { ConsentRows } from './consent-rows.tsx'
import { SubmitStep } from './submit-step.tsx'

/** The fields of one step, each with its help. */
export function FormStep({ step }: { step: Step }) {
  const Fields = FIELDS[step]
  return <Fields />
}

function useGroup() {
  const t = useTranslations('statement-form')
  return (group: string, intro = group) => ({
    title: t(`groups.${group}` as never) as string,
    description: t(`intro.${intro}` as never) as string,
  })
}

function WhatStep() {
  const t = useTranslations('statement-form')
  return (
    <FormSection title={t('steps.what')} description={t('intro.what')}>
      <LocalizedField path="titles" />
      <LocalizedField path="abstracts" multiline />
      <RecordedChoice path="testimonyType" />
      <RecordedChoice path="solemnity" />
      <RecordedChoice path="narrativeForm" />
      <RecordedChoice path="generation" />
      <RecordedText path="originalLocation" />
      <IdentifiersField />
    </FormSection>
  )
}

function WitnessStep() {
  const group = useGroup()
  return (
    <>
      <FormSection {...group('shown')}>
        <Choice path="witness.displayMode" />
        <LocalizedField path="witness.displayName" />
      </FormSection>
      <FormSection {...group('identity')}>
        <RecordedText path="identity.legalName" />
        <OtherNamesField />
        <RecordedText path="identity.patronymic" />
        <RecordedText path="identity.nomDeGuerre" />
        <RecordedText path="identity.birthYear" maxLength={60} />
        <RecordedText path="identity.birthPlace" />
        <RecordedChoice path="identity.sex" />
        <RecordedText path="identity.occupation" />
        <RecordedText path="identity.citizenship" />
        <Choices path="identity.vulnerabilities" />
        <Choice path="identity.willingToTestify" />
        <PlainText path="identity.contact" multiline />
        <PlainText path="identity.securityNotes" multiline />
        <PlainText path="identity.priorAccounts" multiline />
        <PlainText path="identity.exposure" multiline />
      </FormSection>
    </>
  )
}

function KnowledgeStep() {
  const group = useGroup()
  return (
    <>
      <FormSection {...group('knowledge')}>
        <RecordedChoice path="knowledge.relation" />
        <RecordedChoice path="knowledge.directness" />
        <RecordedText path="knowledge.conditions" multiline />
        <RecordedText path="knowledge.toldBy" />
      </FormSection>
      <FormSection {...group('taking')}>
        <RecordedChoice path="taking.method" />
        <DateField path="taking.dateGiven" />
        <DateField path="taking.dateRecorded" />
        <DateField path="taking.dateReceived" />
        <RecordedText path="taking.placeGiven" />
        <OccasionField />
        <RecordedText path="taking.interviewer" />
        <RecordedText path="taking.organisation" />
        <RecordedText path="taking.interpreter" />
        <RecordedText path="taking.interpreterQuality" />
        <RecordedText path="taking.othersPresent" />
        <RecordedText path="taking.recording" />
        <RecordedChoice path="taking.readBack" />
        <RecordedChoice path="taking.signed" />
        <RecordedText path="taking.corrections" multiline />
        <RecordedText path="taking.transcriber" />
      </FormSection>
    </>
  )
}

function SourceStep() {
  const t = useTranslations('statement-form')
  return (
    <FormSection title={t('steps.source')} description={t('intro.source')}>
      <SourceField />
      <PlainText path="source.locator" />
    </FormSection>
  )
}

function TextPassagesStep() {
  const t = useTranslations('statement-form')
  return (
    <FormSection title={t('steps.text')} description={t('intro.text')}>
      <TextStep />
    </FormSection>
  )
}

function AboutStep() {
  const t = useTranslations('statement-form')
  return (
    <FormSection title={t('steps.about')} description={t('intro.about')}>
      <AuthoritiesField path="about.eventIds" kind="event" />
      <AuthoritiesField path="about.placeIds" kind="place" />
      <DateField path="about.date" />
    </FormSection>
  )
}

function ConsentStep() {
  const group = useGroup()
  return (
    <>
      <FormSection {...group('consents', 'consent')}>
        <ConsentRows />
      </FormSection>
      <FormSection {...group('access')}>
        <Choice path="access.audience" />
        <DayField path="access.embargoUntil" />
        <Choice path="access.basis" />
        <PlainText path="access.note" />
      </FormSection>
    </>
  )
}

function SensitivityStep() {
  const group = useGroup()
  return (
    <>
      <FormSection {...group('sensitivity')}>
        <Choices path="sensitivity.contentNotes" />
        <YesNo path="sensitivity.namesLivingPeople" />
        <PlainText path="sensitivity.exposureAdvice" multiline />
      </FormSection>
      <FormSection {...group('declarations')}>
        <YesNo path="declarations.namesAllegedPerpetrator" />
        <YesNo path="declarations.concernsMinor" />
        <YesNo path="declarations.concernsSexualViolence" />
      </FormSection>
    </>
  )
}

const FIELDS: Record<Step, () => React.ReactNode> = {
  what: WhatStep,
  witness: WitnessStep,
  knowledge: KnowledgeStep,
  source: SourceStep,
  text: TextPassagesStep,
  about: AboutStep,
  consent: ConsentStep,
  sensitivity: SensitivityStep,
  submit: SubmitStep,
}

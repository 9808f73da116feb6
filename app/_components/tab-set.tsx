'use client'

import type { ReactNode } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import styles from './tabs.module.css'

/** Parts of one page as tabs, moved between with the arrow keys. Each panel stays mounted, so nothing typed is lost. */
export function TabSet({
  label,
  tabs,
  selected,
  onSelect,
}: {
  label: string
  tabs: readonly { id: string; label: ReactNode; content: ReactNode }[]
  selected?: string
  onSelect?: (id: string) => void
}) {
  return (
    <Tabs
      {...(selected === undefined ? {} : { selectedKey: selected })}
      {...(onSelect ? { onSelectionChange: (key) => onSelect(String(key)) } : {})}
    >
      <TabList aria-label={label} className={styles.list!}>
        {tabs.map((tab) => (
          <Tab key={tab.id} id={tab.id} className={styles.tab!}>
            {tab.label}
          </Tab>
        ))}
      </TabList>
      {tabs.map((tab) => (
        <TabPanel key={tab.id} id={tab.id} shouldForceMount>
          {tab.content}
        </TabPanel>
      ))}
    </Tabs>
  )
}

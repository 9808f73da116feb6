import createNextIntlPlugin from 'next-intl/plugin'

const withNextIntl = createNextIntlPlugin('./app/_i18n/request.ts')

/** @type {import('next').NextConfig} */
const config = {
  // Native modules and the search workers are loaded by Node itself, never bundled.
  serverExternalPackages: ['better-sqlite3', '@node-rs/argon2'],
  poweredByHeader: false,
  reactStrictMode: true,
  // Types are checked by `npm test`, once, for the whole project.
  typescript: { ignoreBuildErrors: true },
  images: { unoptimized: true },
  devIndicators: false,
  // The address that `npm run dev` serves on: Next refuses its reloading to every other name than localhost.
  allowedDevOrigins: ['127.0.0.1'],
}

export default withNextIntl(config)

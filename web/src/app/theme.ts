import {
  ActionIcon,
  Alert,
  Anchor,
  Badge,
  Button,
  createTheme,
  type CSSVariablesResolver,
  type MantineColorsTuple,
  Menu,
  Modal,
  MultiSelect,
  NavLink,
  Paper,
  Select,
  Tabs,
  Tooltip,
} from '@mantine/core';

/** Petrol: quiet enough to leave the attention to what is late. */
const plumb: MantineColorsTuple = ['#eef6f6', '#dcebec', '#b6d5d8', '#8bbdc2', '#62a5ac', '#3f8b93', '#2c757d', '#1f5f66', '#184c52', '#10373c'];
const gray: MantineColorsTuple = ['#f7f8f8', '#f0f2f2', '#e4e8e9', '#d4dadc', '#bcc5c8', '#98a3a8', '#6c787e', '#4b565c', '#333c41', '#1e2529'];
const dark: MantineColorsTuple = ['#dbe1e3', '#bcc5c9', '#a3aeb3', '#7d888e', '#465158', '#363f45', '#2a3136', '#1f2529', '#171c1f', '#101416'];
const red: MantineColorsTuple = ['#fdf0ee', '#fadfdb', '#f3bbb3', '#eb9488', '#e27465', '#d9584a', '#c74335', '#a8342a', '#8a2b23', '#65201a'];
const amber: MantineColorsTuple = ['#fdf6e7', '#f9eacb', '#f1d499', '#e8bb61', '#dfa637', '#c98d1b', '#a87413', '#825a10', '#67480f', '#48320b'];
const green: MantineColorsTuple = ['#eef7f0', '#dbeee0', '#b5dbbf', '#8bc69b', '#66b07b', '#479962', '#358050', '#28673f', '#205232', '#173b25'];

const SOFT: Readonly<Record<string, string>> = {
  plumb: 'var(--app-accent-soft)',
  red: 'var(--app-late-soft)',
  amber: 'var(--app-soon-soft)',
  green: 'var(--app-done-soft)',
  gray: 'var(--app-sunken)',
};

const CJK = '"PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC"';

export const theme = createTheme({
  colors: { plumb, gray, dark, red, amber, green },
  primaryColor: 'plumb',
  primaryShade: { light: 7, dark: 6 },
  autoContrast: true,
  luminanceThreshold: 0.3,
  fontFamily: `system-ui, -apple-system, "Segoe UI", Roboto, ${CJK}, sans-serif`,
  fontFamilyMonospace: 'ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, monospace',
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '1.5rem', lineHeight: '1.3' },
      h2: { fontSize: '1.125rem', lineHeight: '1.35' },
      h3: { fontSize: '0.9375rem', lineHeight: '1.4' },
    },
  },
  fontSizes: { xs: '0.75rem', sm: '0.875rem', md: '0.9375rem', lg: '1.0625rem', xl: '1.25rem' },
  radius: { xs: '3px', sm: '5px', md: '8px', lg: '12px', xl: '20px' },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusRing: 'auto',
  components: {
    ActionIcon: ActionIcon.extend({ defaultProps: { variant: 'subtle', color: 'gray' } }),
    Alert: Alert.extend({
      styles: (_, { color }) => ({ root: { backgroundColor: SOFT[color ?? 'plumb'] ?? 'var(--app-sunken)' } }),
    }),
    Anchor: Anchor.extend({ defaultProps: { underline: 'hover' } }),
    Badge: Badge.extend({ defaultProps: { variant: 'light', radius: 'sm', tt: 'none', fw: 600 } }),
    Button: Button.extend({ defaultProps: { size: 'sm' } }),
    // The keyboard lands on the first choice; a hidden place for it would be no choice of a menu. Beside its button, it stays in its part of the page.
    Menu: Menu.extend({ defaultProps: { withInitialFocusPlaceholder: false, withinPortal: false } }),
    Modal: Modal.extend({
      // A dialog's heading is no banner of the page, though the element would be one.
      defaultProps: { centered: true, overlayProps: { backgroundOpacity: 0.35 }, attributes: { header: { role: 'presentation' } } },
    }),
    NavLink: NavLink.extend({ defaultProps: { variant: 'light' } }),
    Paper: Paper.extend({ defaultProps: { withBorder: true, radius: 'md' } }),
    // What a dialog focuses first must not cover the rest of it.
    Select: Select.extend({ defaultProps: { openOnFocus: false } }),
    MultiSelect: MultiSelect.extend({ defaultProps: { openOnFocus: false } }),
    Tabs: Tabs.extend({ defaultProps: { keepMounted: false } }),
    Tooltip: Tooltip.extend({ defaultProps: { withArrow: true, openDelay: 300, multiline: true, maw: 320 } }),
  },
});

/** Text colours that meet 4.5 : 1 on every surface of their scheme, and the surfaces themselves. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': '#ffffff',
    '--mantine-color-text': '#1e2529',
    '--mantine-color-dimmed': '#566269',
    '--mantine-color-placeholder': '#66727a',
    '--mantine-color-error': '#a8342a',
    '--mantine-color-anchor': '#1f5f66',
    '--mantine-color-default-border': '#d4dadc',
    '--app-ground': '#f5f7f7',
    '--app-surface': '#ffffff',
    '--app-sunken': '#f0f2f2',
    '--app-line': '#e0e5e6',
    '--app-control-line': '#7d898f',
    '--app-late': '#a8342a',
    '--app-soon': '#825a10',
    '--app-done': '#28673f',
    '--app-accent': '#1f5f66',
    '--app-accent-soft': '#e6f1f2',
    '--app-late-soft': '#fdf0ee',
    '--app-soon-soft': '#fdf6e7',
    '--app-done-soft': '#eef7f0',
  },
  dark: {
    '--mantine-color-body': '#1f2529',
    '--mantine-color-text': '#dbe1e3',
    '--mantine-color-dimmed': '#a3aeb3',
    '--mantine-color-placeholder': '#98a3a8',
    '--mantine-color-error': '#eb9488',
    '--mantine-color-anchor': '#8bbdc2',
    '--mantine-color-plumb-light': '#20393d',
    '--mantine-color-plumb-light-hover': '#284950',
    '--mantine-color-plumb-light-color': '#b6d5d8',
    '--mantine-color-gray-light': '#2f373c',
    '--mantine-color-gray-light-hover': '#3a4349',
    '--mantine-color-gray-light-color': '#dbe1e3',
    '--mantine-color-amber-light': '#3b2f16',
    '--mantine-color-amber-light-hover': '#4a3b1c',
    '--mantine-color-amber-light-color': '#f1d499',
    '--mantine-color-green-light': '#1e3829',
    '--mantine-color-green-light-hover': '#274634',
    '--mantine-color-green-light-color': '#b4dcc2',
    '--mantine-color-red-light': '#45241f',
    '--mantine-color-red-light-hover': '#552d27',
    '--mantine-color-red-light-color': '#f2b8b0',
    '--mantine-color-default-border': '#465158',
    '--app-ground': '#171c1f',
    '--app-surface': '#1f2529',
    '--app-sunken': '#2a3136',
    '--app-line': '#363f45',
    '--app-control-line': '#7d888e',
    '--app-late': '#eb9488',
    '--app-soon': '#e8bb61',
    '--app-done': '#8bc69b',
    '--app-accent': '#8bbdc2',
    '--app-accent-soft': '#20393d',
    '--app-late-soft': '#40241f',
    '--app-soon-soft': '#3a2f1a',
    '--app-done-soft': '#1e3527',
  },
});

import { PasswordInput, type PasswordInputProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** A password to be chosen. What makes a good one is said before, and what is wrong with it by the server after. */
export function NewPasswordInput(props: PasswordInputProps) {
  const { t } = useTranslation('entrance');
  return (
    <PasswordInput
      label={t('newPassword.label')}
      description={t('newPassword.text')}
      autoComplete="new-password"
      required
      visibilityToggleButtonProps={{ 'aria-label': t('showPassword') }}
      {...props}
    />
  );
}

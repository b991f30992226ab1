import type { Coefficient, PanelFigures } from '../domain/calibration/panel-figures.js';
import type { AgreementRow, SeverityRow } from './calibration-reports.reader.js';
import type { AgreementFiguresDto, AgreementRowDto, CoefficientDto, SeverityRowDto } from './reports.dto.js';

/** What of an agreement row goes out: no figure over few candidates to who may not see every card in it. */
export function presentAgreement({ seesAll, place: _, figures, ...row }: AgreementRow): AgreementRowDto {
  const { candidates } = figures;
  if (!seesAll) return { ...row, candidates, status: 'withheld', figures: null };
  return { ...row, candidates, status: figures.coefficients === null ? 'too_few_candidates' : 'shown', figures: presentFigures(figures) };
}

function presentFigures({ coefficients, ...figures }: PanelFigures): AgreementFiguresDto {
  if (coefficients === null) return { ...figures, coefficients };
  const { alphaOrdinal, alphaInterval, iccOneWay, iccTwoWay, kendallW } = coefficients;
  return {
    ...figures,
    coefficients: {
      alphaOrdinal: present(alphaOrdinal),
      alphaInterval: present(alphaInterval),
      iccOneWay: present(iccOneWay),
      iccTwoWay: present(iccTwoWay),
      kendallW,
    },
  };
}

function present(coefficient: Coefficient | null): CoefficientDto | null {
  return coefficient && { value: coefficient.value, interval95: [...coefficient.interval95] };
}

export function presentSeverity({ levels, fit, seesAll }: SeverityRow): SeverityRowDto {
  const { candidates, method, priorBecause, observations, interviewers, intercept, interceptStandardError, variance, zeroVariances } = fit;
  if (!seesAll) return { levels, candidates, status: 'withheld', model: null };
  const interviewerShare = variance.interviewer / (variance.candidate + variance.interviewer + variance.residual);
  const model = { method, priorBecause, observations, interviewers, intercept, interceptStandardError, variance, interviewerShare };
  return { levels, candidates, status: 'shown', model: { ...model, zeroVariances: [...zeroVariances], connectedParts: fit.connectedParts } };
}

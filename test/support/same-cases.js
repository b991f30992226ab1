import fc from 'fast-check';

// Laws are held against generated cases: the same ones in every run of `npm test`, ever new ones in `npm run soak`.
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: 20_250_301 });

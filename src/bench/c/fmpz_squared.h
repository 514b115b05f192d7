/*
 * One hidden layer and one output under squared loss, batches of one: unit j is a row of integers over ds[j], the bias of the
 * output an integer over their common multiple d, of which dy is a divisor and which a step takes to q dx^2 d^3. Uses the rows of
 * fmpz_units.h.
 */
static fmpz *ds;
static fmpz_t d;

static void prepare_squared(void)
{
    ds = _fmpz_vec_init(units);
    fmpz_init(d);
}

static void squared_step(int i)
{
    preactivations(i);
    int active = 0;
    for (int j = 0; j < units && !active; j++) {
        active = fmpz_sgn(z + j) > 0;
    }
    if (!active) {                     /* f = c / d, and only that bias moves */
        fmpz_divexact(t, d, dy);
        fmpz_mul(t, t, y + i);
        fmpz_sub(f, c, t);
        fmpz_mul(c, c, qn);
        fmpz_submul(c, p, f);
        fmpz_mul(d, d, qn);
        return;
    }
    fmpz_mul(f, c, d);
    fmpz_mul(f, f, dx);
    for (int j = 0; j < units; j++) {
        if (fmpz_sgn(z + j) > 0) {
            if (fmpz_equal(ds + j, d)) {
                fmpz_addmul(f, w + j * row + row - 1, z + j);
            } else {
                fmpz_divexact(t, d, ds + j);
                fmpz_mul(t, t, t);
                fmpz_mul(s, w + j * row + row - 1, z + j);
                fmpz_addmul(f, s, t);
            }
        }
    }
    fmpz_mul(s, d, d);
    fmpz_mul(s, s, dx);
    fmpz_divexact(t, s, dy);
    fmpz_submul(f, t, y + i);          /* the derivative, over s = d^2 dx */
    fmpz_mul(f, f, p);
    fmpz_mul(s, s, ms.base);           /* the factor of the denominators */
    const fmpz *xi = x + i * (inputs + 1);
    for (int j = 0; j < units; j++) {
        if (fmpz_sgn(z + j) > 0) {
            fmpz *unit = w + j * row;
            fmpz_mul(t, f, unit + row - 1);
            _fmpz_vec_scalar_mul_fmpz(unit, unit, row, s);
            _fmpz_vec_scalar_submul_fmpz(unit, xi, inputs + 1, t);
            fmpz_submul(unit + row - 1, f, z + j);
            fmpz_mul(ds + j, ds + j, s);
        }
    }
    fmpz_mul(c, c, s);
    fmpz_mul(t, f, dx);
    fmpz_submul(c, t, d);
    fmpz_mul(d, d, s);
}

static void train_squared(void)
{
    set_unit_powers();
    fmpz_set(d, dy);
    common_denominator(d, start, parameters);
    for (int k = 0; k < parameters; k++) {
        numerator(w + place[k], start + k, d);
    }
    for (int j = 0; j < units; j++) {
        fmpz_set(ds + j, d);
    }
    for (int n = 0; n < steps; n++) {
        squared_step(n % samples);
    }
    for (int j = 0; j < units; j++) {
        export_row(j, ds + j);
    }
    canonical(end + parameters - 1, c, d, twos_of(d));
}

# Edge cases of field outcomes, meta-analysis, power and missing data: run in this folder, writes outcomes.json and out_*.csv.
# R 4.2.2; stats, metafor, sandwich, lavaan. Equations that R solves to a few digits only are solved here by uniroot in log odds.
suppressPackageStartupMessages({library(metafor); library(sandwich); library(lavaan); library(jsonlite)})
set.seed(73); options(digits = 17)
out <- list()
case <- function(id, method, data, args, expected, tolerance = 1e-8, abs = 1e-12) {
  out[[length(out) + 1]] <<- list(case = paste0("outcomes.", id), method = method, data = data, args = args, expected = expected, tolerance = tolerance, abs_tolerance = abs)
}
w <- function(name, d) write.csv(d, name, row.names = FALSE, na = "", quote = FALSE, eol = "\n")
v <- function(x) I(lapply(unname(as.numeric(x)), function(z) if (is.na(z)) NA else if (is.infinite(z)) (if (z > 0) "Infinity" else "-Infinity") else z))
s <- function(x) v(x)[[1]]
root <- function(f, lo, hi) uniroot(f, c(lo, hi), tol = 1e-15, maxiter = 10000)$root

# Rates: Garwood by chi-square quantiles; ratios by binom.test; mid-p tails solved in log odds. Far p values are held relatively.
for (q in list(c(1, 3.5, 1, .95), c(1, 3.5, 1000, .9), c(1e6, 2e6, 1, .999), c(0, 12, 100, .999), c(250000, 1, 1, .5))) {
  a <- (1 - q[4]) / 2
  case(sprintf("rate.%g_%g", q[1], q[4]), "field.rate", NULL, list(events = q[1], exposure = q[2], per = q[3], conf = q[4]),
       list(rate = q[3] * q[1] / q[2], ci = v(q[3] / q[2] * c(if (q[1] > 0) qchisq(a, 2 * q[1]) / 2 else 0, qchisq(a, 2 * q[1] + 2, lower.tail = FALSE) / 2))))
}
for (q in list(c(0, 10, 0, 20, .95), c(5, 10, 0, 20, .95), c(0, 10, 5, 20, .9), c(1, 1, 1, 1, .95), c(7, 3, 7, 3, .999), c(3, 1e-3, 9, 4e5, .95), c(120000, 9e6, 118000, 9.1e6, .95),
               c(500, 100, 20, 100, .95), c(2, 900, 1200, 1000, .99), c(40, 50, 30, 120, .5))) {
  x1 <- q[1]; t1 <- q[2]; x0 <- q[3]; t0 <- q[4]; n <- x1 + x0; p <- t1 / (t1 + t0); a <- (1 - q[5]) / 2; odds <- t0 / t1; pl <- plogis
  low <- function(l) pbinom(x1 - 1, n, pl(l), lower.tail = FALSE) - dbinom(x1, n, pl(l)) / 2; up <- function(l) pbinom(x1, n, pl(l)) - dbinom(x1, n, pl(l)) / 2
  ctr <- log((x1 + .5) / (x0 + .5)); wd <- 8 * sqrt(1 / (x1 + .5) + 1 / (x0 + .5))
  b <- if (n > 0) binom.test(x1, n, p, conf.level = q[5]); se <- sqrt(1 / x1 + 1 / x0); rr <- if (n == 0) NA else (x1 / t1) / (x0 / t0)
  case(sprintf("ratio.%g_%g", x1, x0), "field.rate_ratio", NULL, list(events1 = x1, exposure1 = t1, events0 = x0, exposure0 = t0, conf = q[5]),
       list(rate_ratio = s(rr), percent_change = s(100 * (rr - 1)), p_exact_minlike = if (n) b$p.value else 1,
            exact_ci = if (n) v(c(b$conf.int[1] / (1 - b$conf.int[1]), if (x0 > 0) { z <- qbeta(a, x0, x1 + 1); (1 - z) / z } else Inf) * odds) else v(c(NA, NA)),
            p_exact_central = if (n) min(1, 2 * min(pbinom(x1, n, p), pbinom(x1 - 1, n, p, lower.tail = FALSE))) else 1,
            p_mid = if (n) min(1, 2 * min(low(qlogis(p)), up(qlogis(p)))) else 1,
            midp_ci = if (n) v(odds * exp(c(if (x1) root(function(l) log(low(l)) - log(a), ctr - wd, ctr) else -Inf, if (x0) root(function(l) log(up(l)) - log(a), ctr, ctr + wd) else Inf))) else v(c(NA, NA)),
            wald_ci = v(if (is.finite(se)) exp(log(rr) + c(-1, 1) * qnorm(1 - a) * se) else c(NA, NA))), 1e-8, 1e-300)
}

# 2 x 2 tables: conditional odds ratio and limits from all tables of the margins, in logs.
for (q in list(c(10, 10, 10, 10, .95), c(0, 7, 0, 9, .95), c(10, 10, 0, 10, .95), c(1, 1, 0, 1, .95), c(3, 9, 4, 12, .9), c(950, 1000, 50, 1000, .95), c(1, 2000, 12, 1500, .99), c(6000, 20000, 5800, 20000, .95), c(0, 5, 3, 4, .95), c(5, 5, 2, 8, .8))) {
  x1 <- q[1]; n1 <- q[2]; x0 <- q[3]; n0 <- q[4]; a <- (1 - q[5]) / 2; k <- x1 + x0; lo <- max(0, k - n0); hi <- min(k, n1); S <- lo:hi; lc <- dhyper(S, n1, n0, k, log = TRUE)
  lse <- function(z) { m <- max(z); m + log(sum(exp(z - m))) }; tail <- function(t, i) lse((lc + t * S)[i]) - lse(lc + t * S)
  mean_ <- function(t) { z <- lc + t * S; z <- exp(z - max(z)); sum(S * z) / sum(z) }
  est <- if (lo == hi) NA else if (x1 == lo) 0 else if (x1 == hi) Inf else exp(root(function(t) mean_(t) - x1, -30, 30))
  l <- if (x1 == lo) 0 else exp(root(function(t) tail(t, S >= x1) - log(a), -60, 60)); u <- if (x1 == hi) Inf else exp(root(function(t) tail(t, S <= x1) - log(a), -60, 60))
  m <- matrix(c(x1, x0, n1 - x1, n0 - x0), 2); deg <- lo == hi; h <- if (any(m == 0)) .5 else 0; z <- qnorm(1 - a); M <- m + h; lor <- log(M[1, 1] * M[2, 2] / M[1, 2] / M[2, 1]); lrr <- log(M[1, 1] / sum(M[1, ]) / (M[2, 1] / sum(M[2, ])))
  so <- sqrt(sum(1 / M)); sr <- sqrt(1 / M[1, 1] - 1 / sum(M[1, ]) + 1 / M[2, 1] - 1 / sum(M[2, ])); wi <- function(x, n) suppressWarnings(prop.test(x, n, correct = FALSE, conf.level = q[5]))$conf.int; w1 <- wi(x1, n1); w0 <- wi(x0, n0); p1 <- x1 / n1; p0 <- x0 / n0
  c0 <- suppressWarnings(chisq.test(m, correct = FALSE)); c1 <- suppressWarnings(chisq.test(m))
  case(sprintf("table.%g_%g_%g_%g", x1, n1, x0, n0), "field.two_by_two", NULL, list(x1 = x1, n1 = n1, x0 = x0, n0 = n0, conf = q[5]),
       list(risk_difference = p1 - p0, rd_ci_newcombe = v(p1 - p0 + c(-1, 1) * sqrt(c((p1 - w1[1])^2 + (w0[2] - p0)^2, (w1[2] - p1)^2 + (p0 - w0[1])^2))), nnt = s(1 / abs(p1 - p0)), continuity_added = h > 0,
            risk_ratio = s(if (k) p1 / p0 else NA), risk_ratio_adj = exp(lrr), rr_ci_katz = v(exp(lrr + c(-1, 1) * z * sr)), odds_ratio_adj = exp(lor), or_ci_woolf = v(exp(lor + c(-1, 1) * z * so)),
            fisher_or = s(est), fisher_ci = v(c(l, u)), fisher_p = min(1, sum(exp(lc[lc <= lc[S == x1] + log1p(1e-7)]))), fisher_p_central = if (deg) 1 else min(1, 2 * exp(min(tail(0, S >= x1), tail(0, S <= x1)))),
            chi2 = s(if (deg) NA else c0$statistic), chi2_p = s(if (deg) NA else c0$p.value), chi2_yates = s(if (deg) NA else c1$statistic), chi2_yates_p = s(if (deg) NA else c1$p.value), phi = s(if (deg) NA else sign(p1 - p0) * sqrt(c0$statistic / (n1 + n0)))), 1e-8, 1e-300)
}

# E-values from the closed form of VanderWeele and Ding (2017).
e <- function(r) { if (r < 1) r <- 1 / r; r + sqrt(r * (r - 1)) }
case("evalue.or", "field.evalue", NULL, list(estimate = 2.5, lower = 1.44, upper = 4, type = "or_common"), list(rr_used = sqrt(2.5), evalue_point = e(sqrt(2.5)), evalue_ci = e(1.2)))
hz <- function(h) (1 - .5^sqrt(h)) / (1 - .5^sqrt(1 / h))
case("evalue.hr", "field.evalue", NULL, list(estimate = .6, lower = .4, upper = .9, type = "hr_common"), list(rr_used = hz(.6), evalue_point = e(hz(.6)), evalue_ci = e(hz(.9))))
case("evalue.smd_holds_null", "field.evalue", NULL, list(estimate = .3, lower = -.1, upper = .7, type = "smd"), list(rr_used = exp(.273), evalue_point = e(exp(.273)), evalue_ci = 1))
case("evalue.no_events", "field.evalue", NULL, list(estimate = 0, lower = 0, upper = .77), list(rr_used = 0, evalue_point = "Infinity", evalue_ci = e(.77)))
case("evalue.no_interval", "field.evalue", NULL, list(estimate = 1), list(rr_used = 1, evalue_point = 1, evalue_ci = NA))

# Effects of studies: zero and full cells on either side, blanks, two pairs.
d <- data.frame(a = c(0, 3, 0, 9, 4, NA, 1), n1 = c(10, 12, 8, 9, 40, 5, 1), c = c(0, 0, 4, 2, 3, 1, 0), n2 = c(9, 11, 10, 9, 44, 6, 1), t1 = c(1.5, 2, 3, 4, 5, 6, 7), t2 = c(2, 2, 2, .5, 9, 1, 1))
w("out_cells.csv", d)
for (m in c("RR", "OR", "RD")) { q <- escalc(m, ai = a, n1i = n1, ci = c, n2i = n2, data = d); case(paste0("escalc.", m), "meta.escalc", "out_cells.csv", list(measure = m, ai = "a", n1 = "n1", ci = "c", n2 = "n2"), list(k = 7, yi = v(q$yi), vi = v(q$vi))) }
q <- escalc("IRR", x1i = a, t1i = t1, x2i = c, t2i = t2, data = d); case("escalc.IRR", "meta.escalc", "out_cells.csv", list(measure = "IRR", x1 = "a", t1 = "t1", x2 = "c", t2 = "t2"), list(k = 7, yi = v(q$yi), vi = v(q$vi)))
d <- data.frame(m1 = c(12, 9, 15, 20, 8), m2 = c(10, 9, 16.5, 11, NA), s1 = c(2, 3, 1.5, 4, 2), s2 = c(2.5, 3, 2, 3.5, 2), n = c(2, 3, 40, 1200, 9), k = c(3, 2, 35, 900, 9), r = c(.5, -.2, .9, 1, .3)); w("out_means.csv", d)
for (m in c("SMCC", "SMCR", "SMCRH")) { q <- escalc(m, m1i = m1, m2i = m2, sd1i = s1, sd2i = s2, ni = n, ri = r, data = d); i <- q$yi; i[d$n == 2] <- NA; j <- q$vi; j[d$n == 2] <- NA # J is 0 at one degree of freedom
  case(paste0("escalc.", m), "meta.escalc", "out_means.csv", list(measure = m, m1 = "m1", m2 = "m2", sd1 = "s1", sd2 = "s2", n = "n", r = "r"), list(k = 5, yi = v(i), vi = v(j))) }
q <- escalc("SMD", m1i = m1, m2i = m2, sd1i = s1, sd2i = s2, n1i = n, n2i = k, data = d); case("escalc.SMD", "meta.escalc", "out_means.csv", list(measure = "SMD", m1 = "m1", sd1 = "s1", n1 = "n", m2 = "m2", sd2 = "s2", n2 = "k"), list(k = 5, yi = v(q$yi), vi = v(q$vi)))

# Pools: one, two, three studies; no heterogeneity; equal effects; a heavy study; many studies; equal precision. tau2 is the root of the score.
pools <- list(one = list(.3, .04), two = list(c(.1, .9), c(.05, .1)), three = list(c(-.2, .4, 1.1), c(.02, .2, .07)), none = list(c(.2, .25, .3, .22, .4), c(.2, .1, .3, .15, .25)), same = list(rep(.5, 4), c(.1, .2, .3, .4)),
  heavy = list(c(.5, -.4, .1, .9, .2), c(1e-8, .2, .3, .25, .4)), many = list(round(rnorm(120, .3, .4), 4), round(runif(120, .01, .5), 4)), equal = list(c(.1, .6, .3, .9), rep(.05, 4)), large = list(c(1200, -300, 900, 2500), c(4e4, 9e4, 2.5e4, 1e4)))
for (nm in names(pools)) {
  y <- pools[[nm]][[1]]; vi <- pools[[nm]][[2]]; k <- length(y); f <- paste0("out_pool_", nm, ".csv"); w(f, data.frame(y = y, v = vi))
  W <- function(t) 1 / (vi + t); mu <- function(t) sum(W(t) * y) / sum(W(t)); Q <- function(t) sum(W(t) * (y - mu(t))^2)
  sc <- function(t) sum(W(t)^2 * (y - mu(t))^2) - sum(W(t)) + sum(W(t)^2) / sum(W(t)); hi <- 100 * (var(y) + max(vi))
  reml <- if (k > 1 && sc(0) > 0) root(sc, 0, hi) else 0; profile_ <- function(x) if (k > 1 && Q(0) > x) root(function(t) Q(t) - x, 0, 1e4 * hi) else 0; pm <- profile_(k - 1); C <- 2 * sum(W(0) * (cumsum(W(0)) - W(0))) / sum(W(0)); # = sum w - sum w^2 / sum w without cancelling
   dl <- if (k > 1) max(0, (Q(0) - (k - 1)) / C) else 0
  if (k > 1 && nm != "heavy") { g <- rma(y, vi, method = "REML", control = list(threshold = 1e-13, maxiter = 10000)); stopifnot(abs(g$tau2 - reml) < 1e-6 * (1 + reml), abs(rma(y, vi, method = "DL")$tau2 - dl) < 1e-9 * (1 + dl)); if (reml > 0) stopifnot(abs(g$I2 - 100 * reml / (reml + (k - 1) / C)) < 1e-4) }
  x <- list(k = k, fixed_estimate = mu(0), fixed_se = 1 / sqrt(sum(W(0))), q = Q(0), q_df = k - 1, q_p = if (k > 1) pchisq(Q(0), k - 1, lower.tail = FALSE) else 1)
  for (m in list(list("dl", dl), list("reml", reml), list("pm", pm))) { t <- m[[2]]; p <- m[[1]]; se <- 1 / sqrt(sum(W(t))); r <- Q(t) / (k - 1)
    x[[paste0(p, "_tau2")]] <- t; x[[paste0(p, "_estimate")]] <- mu(t); x[[paste0(p, "_ci")]] <- v(mu(t) + c(-1, 1) * qnorm(.975) * se)
    x[[paste0(p, "_hk_se")]] <- s(if (k > 1) se * sqrt(r) else NA); if (k > 1) { x[[paste0(p, "_hk_ci")]] <- v(mu(t) + c(-1, 1) * qt(.975, k - 1) * se * sqrt(r)); x[[paste0(p, "_hk_modified_ci")]] <- v(mu(t) + c(-1, 1) * qt(.975, k - 1) * se * sqrt(max(1, r))); x[[paste0(p, "_i2")]] <- 100 * t / (t + (k - 1) / C); x[[paste0(p, "_h2")]] <- 1 + t * C / (k - 1) } else x[[paste0(p, "_hk_ci")]] <- NA
    x[[paste0(p, "_prediction_interval")]] <- if (k > 2) v(mu(t) + c(-1, 1) * qt(.975, k - 2) * sqrt(t + se^2)) else NA }
  x$tau2_ci_qprofile <- if (k > 1) v(c(profile_(qchisq(.975, k - 1)), profile_(qchisq(.025, k - 1)))) else NA; x$i2_q <- s(if (k > 1) max(0, 100 * (1 - (k - 1) / Q(0))) else NA)
  if (k < 3 || nm == "equal") x$egger_intercept <- NA else if (nm != "same") { z <- summary(lm(I(y / sqrt(vi)) ~ I(1 / sqrt(vi))))$coefficients; x$egger_intercept <- z[1, 1]; x$egger_t <- z[1, 3]; x$egger_p <- z[1, 4] }
  case(paste0("pool.", nm), "meta.random", f, list(yi = "y", vi = "v"), x, 1e-7)
}

# Power: the detectable effect by root finding on R's own power; nothing to find; hopeless designs.
pt2 <- function(d, df, se, al) { q <- qt(al / 2, df, lower.tail = FALSE); pt(-q, df, d / se) + pt(q, df, d / se, lower.tail = FALSE) }
for (q in list(c(2, 3, 1, .05, .8), c(12, -2, 3, .01, .9), c(1000, .1, 1, .05, .3), c(8, 0, 2, .1, .8))) { se <- q[3] / sqrt(q[1]); n <- 2; while (q[2] != 0 && pt2(abs(q[2]), n - 1, q[3] / sqrt(n), q[4]) < q[5]) n <- n + 1
  case(sprintf("paired.%g_%g", q[1], q[2]), "power.paired_t", NULL, list(n = q[1], delta = q[2], sd = q[3], alpha = q[4], power = q[5]),
       list(power = power.t.test(q[1], abs(q[2]), q[3], q[4], type = "paired", strict = TRUE)$power, mde = root(function(x) pt2(x, q[1] - 1, se, q[4]) - q[5], 0, 36 * se), n_required = if (q[2] == 0) NA else n)) }
case("clustered.three", "power.two_sample_t_clustered", NULL, list(k1 = 2, k0 = 1, m = 30, cv = 0, icc = 0, sd = 1, delta = 1, power = .9),
     list(design_effect = 1, effective_n_treated = 60, df = 1, power = pt2(1, 1, sqrt(1 / 60 + 1 / 30), .05), mde = root(function(x) pt2(x, 1, sqrt(1 / 60 + 1 / 30), .05) - .9, 0, 8)))
pp <- function(n, a, b, al = .05) power.prop.test(n, a, b, al)$power
case("proportions.equal", "power.two_proportions", NULL, list(n = 50, p1 = .3, p2 = .3), list(power = pnorm(-qnorm(.975)), n_required_exact = "Infinity", cohens_h = 0))
case("proportions.never", "power.two_proportions", NULL, list(n = 50, p1 = 0, p2 = 0), list(power = NA, n_required_exact = NA, cohens_h = 0))
case("proportions.zero", "power.two_proportions", NULL, list(n = 40, p1 = 0, p2 = .2, alpha = .01, power = .7), list(power = pp(40, 0, .2, .01), n_required_exact = power.prop.test(p1 = 0, p2 = .2, sig.level = .01, power = .7, tol = 1e-12)$n, mde = NA))
case("proportions.mde", "power.two_proportions", NULL, list(n = 60, p1 = .9, p2 = .5, power = .8), list(power = pp(60, .9, .5), mde = root(function(x) pp(60, .5 + x, .5) - .8, .01, .49)))
sr <- function(r, r0, t0, t1, f) sqrt(f * (1 / (r0 * t0) + 1 / (r0 * r * t1)))
case("rate.hopeless", "power.rate_ratio", NULL, list(rate0 = .01, rr = .5, t0 = 300, t1 = 200, dispersion = 1, power = .8), list(power = pnorm(log(2) / sr(.5, .01, 300, 200, 1) - qnorm(.975)), mdrr = NA))
case("rate.no_effect", "power.rate_ratio", NULL, list(rate0 = .2, rr = 1, t0 = 300, t1 = 900, dispersion = 2.5, power = .9), list(power = pnorm(-qnorm(.975)), se_log_rr = sr(1, .2, 300, 900, 2.5), mdrr = root(function(r) -log(r) / sr(r, .2, 300, 900, 2.5) - qnorm(.975) - qnorm(.9), .1, .999)))
for (X in list(list("wedge", rbind(c(0, 1), c(0, 0), c(1, 1)), .3), list("parallel", rbind(c(1, 1), c(0, 0)), .2), list("alone", rbind(c(0, 1, 1)), .1), list("together", rbind(c(0, 1), c(0, 1)), .1), list("no_between", rbind(c(0, 1, 1), c(0, 0, 1)), 0))) {
  D <- X[[2]]; T <- ncol(D); Z <- cbind(kronecker(rep(1, nrow(D)), diag(T)), as.vector(t(D))); ok <- qr(Z)$rank > T; V <- NA
  if (ok) V <- solve(t(Z) %*% kronecker(diag(nrow(D)), solve(diag(T) / 25 + X[[3]])) %*% Z)[T + 1, T + 1]
  case(paste0("stepped.", X[[1]]), "power.stepped_wedge", NULL, list(design = lapply(seq_len(nrow(D)), function(i) I(D[i, ])), n = 25, sigma2 = 1, tau2 = X[[3]], delta = -.4, power = .9),
       list(variance = s(V), power = s(pnorm(.4 / sqrt(V) - qnorm(.975))), mde = s((qnorm(.975) + qnorm(.9)) * sqrt(V)))) }

# Attrition: blanks in covariates, a covariate that never varies, one lost, ties; EM means by lavaan's own EM.
n <- 60; d <- data.frame(pre = round(rnorm(n, 20, 4)), one = 1, flag = rbinom(n, 1, .3)); d$post <- d$pre + round(rnorm(n, 3, 2)); d$later <- d$pre + round(rnorm(n, 2, 2)); d$later[runif(n) < plogis(-.5 - .8 * d$flag + .02 * (20 - d$pre))] <- NA
d$pre[c(4, 9)] <- NA; d$post[c(7, 30)] <- NA; d$whole <- d$pre; d$whole[is.na(d$whole)] <- 20; d$single <- d$later; d$single[] <- 1; d$single[5] <- NA; w("out_lost.csv", d); r <- !is.na(d$later)
b <- function(x, r) { o <- x[r & !is.na(x)]; m <- x[!r & !is.na(x)]; u <- if (all(x %in% c(0, 1, NA))) function(z) mean(z) * (1 - mean(z)) else var; z <- sqrt((u(o) + u(m)) / 2); c(mean(o), mean(m), if (!is.na(z) && z > 0) (mean(o) - mean(m)) / z else NA) }
B <- sapply(c("pre", "one", "flag"), function(n) b(d[[n]], r)); case("balance", "attrition.balance", "out_lost.csv", list(observed = "later", covariates = c("pre", "one", "flag")), list(n_observed = sum(r), n_missing = sum(!r), mean_observed = v(B[1, ]), mean_missing = v(B[2, ]), smd = v(B[3, ])))
B <- sapply(c("whole", "flag"), function(n) b(d[[n]], !is.na(d$single))); case("balance.one_lost", "attrition.balance", "out_lost.csv", list(observed = "single", covariates = c("whole", "flag")), list(n_missing = 1, mean_missing = v(B[2, ]), smd = v(B[3, ])))
tight <- glm.control(1e-15, 200); m <- glm(is.na(later) ~ flag, binomial, d, control = tight); f <- fitted(m); y <- m$y; z <- outer(f[y == 1], f[y == 0], "-")
case("logistic.one_flag", "attrition.logistic", "out_lost.csv", list(observed = "later", covariates = I("flag")), list(n = n, n_missing = sum(y), coef = v(coef(m)), se = v(sqrt(diag(vcov(m)))), lr_chi2 = m$null.deviance - m$deviance, lr_df = 1, lr_p = pchisq(m$null.deviance - m$deviance, 1, lower.tail = FALSE), c_statistic = mean((z > 1e-12) + (abs(z) <= 1e-12) / 2)))
m <- glm(is.na(later) ~ pre + flag, binomial, d, control = tight); case("logistic.blanks", "attrition.logistic", "out_lost.csv", list(observed = "later", covariates = c("pre", "flag")), list(n = nobs(m), n_missing = sum(m$y), coef = v(coef(m)), se = v(sqrt(diag(vcov(m)))), odds_ratio = v(exp(coef(m)))))
k <- d[!is.na(d$pre) & !is.na(d$post), ]; m <- glm(!is.na(later) ~ pre + flag, binomial, k, control = tight); o <- !is.na(k$later); g <- lm(I(later - pre) ~ 1, k[o, ], weights = 1 / fitted(m)[o]); se <- sqrt(vcovHC(g, "HC0")[1])
case("ipw", "attrition.ipw", "out_lost.csv", list(pre = "pre", post = "post", followup = "later", covariates = c("pre", "flag"), conf = .9), list(n = nrow(k), n_observed = sum(o), coef = v(coef(m)), ipw_mean = unname(coef(g)), ipw_se = se, ci = v(coef(g) + c(-1, 1) * qnorm(.95) * se)))
case("ipw.nobody_lost", "attrition.ipw", "out_lost.csv", list(pre = "pre", post = "post", followup = "whole", covariates = I("flag")), list(coef = NA, weight_min = 1, weight_max = 1, ess = nrow(k), ipw_mean = mean(k$whole - k$pre), ipw_se = 0))
X <- d[, c("pre", "post", "later")]; h <- lavCor(X, missing = "ml", output = "fit", em.h1.tol = 1e-12, em.h1.iter.max = 10000); S <- lavInspect(h, "sampstat"); key <- apply(is.na(X), 1, paste, collapse = ""); d2 <- 0; df <- -3; np <- 0
for (i in split(seq_len(n), key)) { o <- which(!is.na(X[i[1], ])); if (!length(o)) next; z <- colMeans(X[i, o, drop = FALSE]) - S$mean[o]; d2 <- d2 + length(i) * sum(z * solve(S$cov[o, o], z)); df <- df + length(o); np <- np + 1 }
case("little.lavaan", "attrition.little_mcar", "out_lost.csv", list(columns = names(X)), list(n = sum(rowSums(!is.na(X)) > 0), patterns = np, d2 = d2, df = df, p = pchisq(d2, df, lower.tail = FALSE), em_means = v(S$mean)), 1e-6)
case("little.complete", "attrition.little_mcar", "out_lost.csv", list(columns = c("whole", "flag")), list(n = n, patterns = 1, d2 = 0, df = 0, p = NA, em_means = v(colMeans(d[, c("whole", "flag")]))))

# Delta adjustment: estimate, error and the roots by uniroot on the interval's limit; at delta 0 it is t.test.
k <- d[!is.na(d$pre), ]; g <- (k$later - k$pre)[!is.na(k$later)]; N <- nrow(k); pi_ <- 1 - length(g) / N; for (cf in c(.95, .8)) { tq <- qt(1 - (1 - cf) / 2, length(g) - 1); at <- function(z) mean(g) + pi_ * z; er <- function(z) sqrt(var(g) / length(g) + z^2 * pi_ * (1 - pi_) / N); stopifnot(all.equal(as.numeric(t.test(g, conf.level = cf)$conf.int), at(0) + c(-1, 1) * tq * er(0)))
  D <- c(0, -2, -6.5, 3); tip <- root(function(z) at(z) - tq * er(z), -mean(g) / pi_, 0)
  case(paste0("delta.", cf), "attrition.delta", "out_lost.csv", list(pre = "pre", followup = "later", deltas = D, conf = cf), list(n = N, n_observed = length(g), share_missing = pi_, mean = v(at(D)), se = v(er(D)), ci_lower = v(at(D) - tq * er(D)), ci_upper = v(at(D) + tq * er(D)), tipping_delta = tip, tipping_delta_sd = tip / sd(g), zero_delta = -mean(g) / pi_)) }
tip <- root(function(z) { er <- sqrt(var(-g) / length(g) + z^2 * pi_ * (1 - pi_) / N); -mean(g) + pi_ * z + qt(.975, length(g) - 1) * er }, 0, mean(g) / pi_)
z <- (d$whole - d$later)[!is.na(d$later)]
case("delta.nobody_lost", "attrition.delta", "out_lost.csv", list(pre = "later", followup = "whole"), list(n = length(z), share_missing = 0, mean_observed = mean(z), tipping_delta = NA, zero_delta = NA))
w("out_loss.csv", data.frame(a = ifelse(is.na(k$later), 0, k$later), b = ifelse(is.na(k$later), NA, k$pre))); case("delta.loss_with_lost", "attrition.delta", "out_loss.csv", list(pre = "a", followup = "b"), list(tipping_delta = tip, zero_delta = mean(g) / pi_))

# Pooling: estimates that agree, two data sets.
case("pool.agree_large", "mi.pool", NULL, list(estimates = c(2, 2, 2), ses = c(.5, .6, .5)), list(between = 0, lambda = 0, df_old = "Infinity", df = "Infinity", fmi = 0, ci = v(2 + c(-1, 1) * qnorm(.975) * sqrt(mean(c(.25, .36, .25)))), p = 2 * pnorm(2 / sqrt(mean(c(.25, .36, .25))), lower.tail = FALSE)))
case("pool.agree_small", "mi.pool", NULL, list(estimates = c(2, 2), ses = c(.5, .5), df_complete = 9), list(df_old = "Infinity", df = 7.5, fmi = 2 / 10.5, p = 2 * pt(-4, 7.5)))
Q <- c(1, 4); U <- c(1, 4); t <- mean(U) + 1.5 * var(Q); l <- 1.5 * var(Q) / t; ob <- 21 / 23 * 20 * (1 - l); df <- 1 / (l^2 + 1 / ob); r <- 1.5 * var(Q) / mean(U) # Barnard and Rubin (1999), eq. 3
case("pool.two", "mi.pool", NULL, list(estimates = Q, ses = sqrt(U), df_complete = 20, conf = .9), list(total = t, df = df, fmi = (r + 2 / (df + 3)) / (r + 1), riv = r, lambda = l, ci = v(2.5 + c(-1, 1) * qt(.95, df) * sqrt(t))))

con <- file("outcomes.json", "wb")
writeLines(paste0("[\n", paste(vapply(out, toJSON, "", auto_unbox = TRUE, digits = NA, na = "null", null = "null"), collapse = ",\n"), "\n]"), con, sep = "\n"); close(con)

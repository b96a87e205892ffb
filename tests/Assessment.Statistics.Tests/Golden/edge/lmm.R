# Inputs and expected values of the edge cases of gain.lmm: Rscript lmm.R (R 4.2.2, lme4 1.1-31, lmerTest 3.1-3, pbkrtest 0.5.2).
# lmer's estimates are polished by Newton steps on its own deviance function; a relative standard deviation below 1e-5 is 0.
# Where the criterion is flat its numeric gradient leaves seven digits rather than eight: those cases say tol = 1e-6.
suppressPackageStartupMessages({ library(lme4); library(lmerTest); library(pbkrtest); library(numDeriv); library(jsonlite) })
Sys.setlocale("LC_COLLATE", "C"); options(contrasts = c("contr.treatment", "contr.poly")); RNGversion("4.2.0"); set.seed(20261125)
cases <- list()
w <- function(file, d) write.csv(d, file, row.names = FALSE, na = "", quote = FALSE, eol = "\n")
polish <- function(fo, d, reml) {
  f <- lFormula(fo, d, REML = reml); dev <- do.call(mkLmerDevfun, f)
  starts <- lapply(c(1, .3, 2), function(x) ifelse(f$reTrms$lower == 0, x, .1))
  runs <- lapply(starts, function(s) optimizeLmer(dev, optimizer = "bobyqa", control = list(rhoend = 1e-9, maxfun = 1e5), restart_edge = TRUE, start = s)); th <- runs[[which.min(sapply(runs, function(o) o$fval))]]$par
  free <- which(th > 1e-5 | f$reTrms$lower < 0); th[setdiff(seq_along(th), free)] <- 0
  h <- function(z) { t <- th; t[free] <- z; dev(t) }
  if (length(free)) for (i in 1:15) { s <- solve(hessian(h, th[free]), grad(h, th[free], method.args = list(eps = 1e-2, r = 8))); th[free] <- th[free] - s; if (max(abs(s)) < 1e-10) break }
  mkMerMod(environment(dev), list(par = th, fval = dev(th), conv = 0, message = ""), f$reTrms, fr = f$fr)
}
case <- function(id, file, formula, factors = NULL, reml = NULL, filter = NULL, conf = NULL, ddf = TRUE, tol = 1e-7) {
  d <- read.csv(file, na.strings = c("", "NA"), stringsAsFactors = FALSE); fo <- as.formula(formula)
  for (k in names(filter)) d <- d[!is.na(d[[k]]) & d[[k]] %in% filter[[k]], ]
  for (v in factors) d[[v]] <- factor(d[[v]])
  d <- d[complete.cases(d[, all.vars(fo)]), ]; r <- is.null(reml); m <- suppressMessages(polish(fo, d, r)); m@call <- quote(lmer(fo, d))
  s <- summary(m)$coefficients; v <- as.data.frame(VarCorr(m)); z <- qnorm(1 - (1 - if (is.null(conf)) .95 else conf) / 2); n <- rownames(s)
  e <- list(n = unbox(nobs(m)), coef_names = n, coef = unname(s[, 1]), se = unname(s[, 2]), wald_ci_lower = unname(s[, 1] - z * s[, 2]), wald_ci_upper = unname(s[, 1] + z * s[, 2]),
    var_names = ifelse(is.na(v$var1), "Residual", ifelse(is.na(v$var2), paste(v$grp, v$var1, sep = ":"), paste(v$grp, v$var1, v$var2, sep = ":"))), var_cov = v$vcov,
    log_lik = unbox(as.numeric(logLik(m))), singular = unbox(isSingular(m, tol = 1e-6)))
  if (ddf && !isSingular(m, tol = 1e-6)) {
    ref <- suppressWarnings(lme4::lmer(fo, d, REML = r, control = lmerControl(optimizer = "bobyqa", optCtrl = list(rhoend = 1e-9))))
    k <- summary(as_lmerModLmerTest(ref), ddf = "Satterthwaite")$coefficients; e$df_satterthwaite <- unname(k[, "df"]); e$p_satterthwaite <- unname(k[, "Pr(>|t|)"])
    if (r) { A <- vcovAdj(ref); b <- length(n); e$se_kenward_roger <- unname(sqrt(diag(as.matrix(A)))); e$df_kenward_roger <- sapply(1:b, function(i) Lb_ddf(replace(rep(0, b), i, 1), vcov(ref), A)) }
  }
  if (nrow(v) == 2) e$icc <- unbox(v$vcov[1] / sum(v$vcov))
  a <- list(formula = unbox(formula)); if (!is.null(factors)) a$factors <- factors; if (!r) a$reml <- unbox(FALSE); if (!is.null(filter)) a$filter <- lapply(filter, function(x) if (length(x) == 1) unbox(x) else x); if (!is.null(conf)) a$conf <- unbox(conf)
  cases[[length(cases) + 1]] <<- list(case = unbox(id), method = unbox("gain.lmm"), data = unbox(file), args = a, expected = e, tolerance = unbox(tol), abs_tolerance = unbox(1e-12),
    tolerances = lapply(list(df_satterthwaite = 2e-3, p_satterthwaite = 1e-2, se_kenward_roger = 1e-4, df_kenward_roger = 2e-3, var_cov = 10 * tol, icc = 10 * tol), unbox))
  cat(id, if (isSingular(m, tol = 1e-6)) "singular", "\n")
}
# People in classes in agencies, unequal and with holes; two forms, three waves, covariates.
n <- 90; cl <- sort(sample(1:14, n, TRUE, prob = (1:14)^1.2)); p <- data.frame(id = sprintf("P%02d", 1:n), class = cl, agency = c("N", "S", "W", "E")[1 + (cl %% 4)], years = round(rgamma(n, 3, .4), 1), arm = ifelse(cl %% 2 == 0, "trained", "waitlist"))
p$u <- rnorm(n, 0, 3) + rnorm(14, 0, 2)[cl]; p$s <- rnorm(n, 0, 2.5)
d <- merge(p, data.frame(wave = 1:3)); d$time <- c(0, 1.5, 6)[d$wave]; d$form <- sample(c("A", "B"), nrow(d), TRUE)
d$score <- round(18 + d$u + 2 * (d$wave == 2) + d$wave * (d$arm == "trained") + .15 * d$years + d$s * d$time / 3 - (d$form == "B") + rnorm(nrow(d), 0, 2), 1)
d$score[sample(nrow(d), 25)] <- NA; d$years[d$id %in% c("P07", "P31")] <- NA; d <- d[order(d$id, d$wave), c("id", "class", "agency", "arm", "years", "wave", "time", "form", "score")]
d$code <- 1 + match(d$id, unique(d$id)) %% 3; w("lmm_people.csv", d)
case("edge.lmm.nested", "lmm_people.csv", "score ~ wave + (1 | class/id)", "wave")
case("edge.lmm.nested3", "lmm_people.csv", "score ~ wave * arm + years + (1 | agency/class/id)", c("wave", "arm"), tol = 1e-6)
case("edge.lmm.nested3_ml", "lmm_people.csv", "score ~ wave * arm + years + (1 | agency/class/id)", c("wave", "arm"), reml = FALSE)
case("edge.lmm.ml_slopes", "lmm_people.csv", "score ~ time + (time | id)", reml = FALSE)
case("edge.lmm.slopes_and_class", "lmm_people.csv", "score ~ time * arm + (time | id) + (1 | class)", conf = .9)
case("edge.lmm.slopes_interaction", "lmm_people.csv", "score ~ time:arm + form + (1 + time | id)")
case("edge.lmm.slopes_alone", "lmm_people.csv", "score ~ time + (1 | id) + (0 + time | id)")
case("edge.lmm.three_effects", "lmm_people.csv", "score ~ time + form + (time + form | class)", tol = 1e-6)
case("edge.lmm.no_intercept", "lmm_people.csv", "score ~ 0 + wave + form + (1 | id)", "wave")
case("edge.lmm.filtered", "lmm_people.csv", "score ~ wave + years + (1 | id)", "wave", filter = list(arm = "trained", wave = c(1L, 2L)))
case("edge.lmm.numeric_group", "lmm_people.csv", "score ~ form * years - years + (1 | class)")
case("edge.lmm.agency_and_form", "lmm_people.csv", "score ~ wave + (1 | id) + (1 | form) + (1 | agency)", "wave")
case("edge.lmm.two_groups", "lmm_people.csv", "score ~ years + (1 | arm)", filter = list(wave = 2L))
# Crossed: every one of 12 raters scores 18 tapes but for some; criteria within.
x <- expand.grid(rater = sprintf("r%02d", 1:12), tape = sprintf("t%02d", 1:18), stringsAsFactors = FALSE); x <- x[-sample(nrow(x), 40), ]
x$minutes <- round(runif(nrow(x), 3, 9), 1); x$score <- round(10 + rnorm(12, 0, 1)[as.integer(factor(x$rater))] + rnorm(18, 0, 2)[as.integer(factor(x$tape))] + .2 * x$minutes + rnorm(nrow(x)), 2)
x$noise <- round(rnorm(nrow(x), 50, 5), 2); x$year <- 2015 + x$minutes; x$kind <- ifelse(as.integer(factor(x$tape)) %% 3 == 0, "b", "a"); w("lmm_crossed.csv", x)
case("edge.lmm.crossed", "lmm_crossed.csv", "score ~ minutes + (1 | rater) + (1 | tape)")
case("edge.lmm.crossed_ml", "lmm_crossed.csv", "score ~ minutes + kind + (1 | rater) + (1 | tape)", reml = FALSE)
case("edge.lmm.crossed_interaction", "lmm_crossed.csv", "score ~ kind + (1 | rater) + (1 | tape) + (1 | rater:kind)")
case("edge.lmm.crossed_slopes", "lmm_crossed.csv", "score ~ kind + (kind | rater) + (1 | tape)")
case("edge.lmm.singular_all", "lmm_crossed.csv", "noise ~ minutes + (1 | tape)")
case("edge.lmm.singular_crossed", "lmm_crossed.csv", "noise ~ kind + (1 | rater) + (1 | tape)")
# A correlation on its boundary.
y <- data.frame(g = rep(sprintf("g%02d", 1:20), each = 5), x = rep(0:4, 20)); b <- rnorm(20); y$y <- round(5 + 2 * b[rep(1:20, each = 5)] + y$x * (1 + .4 * b[rep(1:20, each = 5)]) + rnorm(100), 2); w("lmm_boundary.csv", y)
case("edge.lmm.boundary_correlation", "lmm_boundary.csv", "y ~ x + (x | g)")
case("edge.lmm.boundary_correlation_ml", "lmm_boundary.csv", "y ~ x + (x | g)", reml = FALSE)
lines <- vapply(cases, function(k) as.character(toJSON(k, digits = NA, null = "null", na = "null")), "")
writeLines(c("[", paste0(lines, ifelse(seq_along(lines) < length(lines), ",", "")), "]"), "gain.lmm.json")

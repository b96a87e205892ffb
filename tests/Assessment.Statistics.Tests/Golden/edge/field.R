# Inputs and expected values of the edge cases of the field models: Rscript field.R (R 4.2.2; sandwich 3.0-2, clubSandwich 0.5.8, MASS 7.3-58.2,
# geepack 1.3.9, lmtest 0.9-40). NB2 fits of glm.nb are polished by Newton steps on the joint likelihood; the randomization test and the
# group-time effects are worked out here from their definitions, cell by cell.
suppressPackageStartupMessages({ library(MASS); library(sandwich); library(lmtest); library(clubSandwich); library(geepack); library(jsonlite) })
Sys.setlocale("LC_COLLATE", "C"); options(contrasts = c("contr.treatment", "contr.poly"), warn = -1); RNGversion("4.2.0"); set.seed(20261126)
w <- function(file, d) write.csv(d, file, row.names = FALSE, na = "", quote = FALSE, eol = "\n")
all_cases <- list(); u <- unbox
add <- function(id, method, data, args, expected, tol = 1e-8, tolerances = NULL) {
  k <- list(case = u(id), method = u(method), data = u(data), args = args, expected = expected, tolerance = u(tol), abs_tolerance = u(1e-12))
  if (!is.null(tolerances)) k$tolerances <- lapply(tolerances, u)
  all_cases[[method]] <<- c(all_cases[[method]], list(k)); cat(id, "\n")
}
read <- function(file, filter = NULL) { d <- read.csv(file, na.strings = c("", "NA"), stringsAsFactors = FALSE); for (k in names(filter)) d <- d[!is.na(d[[k]]) & d[[k]] %in% filter[[k]], ]; d }
rhs <- function(a) { t <- vapply(a$terms, function(t) if (startsWith(t, "factor:")) sprintf("factor(%s)", substring(t, 8)) else if (startsWith(t, "log:")) sprintf("log(%s)", substring(t, 5)) else t, ""); c(if (length(t)) t else "1", if (!is.null(a$offset_log)) sprintf("offset(log(%s))", a$offset_log)) }
form <- function(a) as.formula(paste(a$response, "~", paste(rhs(a), collapse = " + ")))
args_of <- function(...) { a <- list(...); sapply(names(a), function(n) if (n == "filter") lapply(a[[n]], function(x) if (length(x) == 1) u(x) else x) else if (n %in% c("terms", "report")) a[[n]] else u(a[[n]]), simplify = FALSE) }
level <- function(a) if (is.null(a$conf)) .95 else a$conf
prepare <- function(file, a) {
  d <- read(file, a$filter); vars <- c(all.vars(form(a)), a$cluster); d <- d[complete.cases(d[, vars]), ]
  if (!is.null(a$drop_zero_units)) { t <- tapply(d[[a$response]], d[[a$drop_zero_units]], sum); d <- d[d[[a$drop_zero_units]] %in% names(t)[t > 0], ] }
  d
}
index <- function(m, a) if (is.null(a$report)) seq_along(coef(m)) else match(a$report, names(coef(m)))
null_if <- function(x, bad) if (bad) rep(NA, length(x)) else x

tight <- glm.control(epsilon = 1e-15, maxit = 200) # and once more from there: R's standard errors are of the step before the last
glm_case <- function(id, file, a, skip = NULL) {
  d <- prepare(file, a); m <- glm(form(a), get(a$family), d, control = tight); m <- glm(form(a), get(a$family), d, control = tight, start = coef(m)); i <- index(m, a); b <- unname(coef(m)[i]); se <- unname(sqrt(diag(vcov(m)))[i]); z <- qnorm(1 - (1 - level(a)) / 2)
  h <- function(t) unname(sqrt(diag(vcovHC(m, t)))[i]); df <- m$df.residual; e <- list(n = u(nobs(m)), k = u(length(coef(m))), coef_names = names(coef(m))[i], coef = b, se_model = se, z = b / se, p = 2 * pnorm(-abs(b / se)),
    exp_coef = exp(b), exp_ci_lower = exp(b - z * se), exp_ci_upper = exp(b + z * se), se_hc0 = h("HC0"), se_hc1 = null_if(h("HC1"), df == 0), se_hc3 = null_if(h("HC3"), any(hatvalues(m) > 1 - 1e-10)), deviance = u(m$deviance), null_deviance = u(m$null.deviance),
    df_residual = u(df), log_lik = u(as.numeric(logLik(m))), aic = u(AIC(m)), pearson_dispersion = u(if (df > 0) sum(residuals(m, "pearson")^2) / df else NA))
  e$se_quasi <- null_if(se * sqrt(sum(residuals(m, "pearson")^2) / df), df == 0)
  if (!is.null(a$cluster)) { g <- d[[a$cluster]]; G <- length(unique(g)); e$n_clusters <- u(G); one <- G < 2; v <- function(t) if (one) rep(NA, length(b)) else unname(sqrt(diag(vcovCL(m, g, type = t, cadjust = TRUE)))[i]); c1 <- v("HC1"); tq <- if (one) NA else qt(1 - (1 - level(a)) / 2, G - 1)
    e$se_cr0_g <- v("HC0"); e$se_cr1 <- c1; e$exp_ci_cr1_lower <- exp(b - tq * c1); e$exp_ci_cr1_upper <- exp(b + tq * c1); e$p_cr1 <- if (one) rep(NA, length(b)) else 2 * pt(-abs(b / c1), G - 1)
    if (isTRUE(a$cr2)) { ct <- coef_test(m, vcov = "CR2", cluster = g, test = "Satterthwaite")[i, ]; e$se_cr2 <- ct$SE; e$df_satt_cr2 <- ct$df_Satt; e$p_cr2 <- ct$p_Satt } }
  if (!is.null(a$drop_zero_units)) e$n_units_dropped <- u(length(setdiff(unique(read(file, a$filter)[[a$drop_zero_units]]), unique(d[[a$drop_zero_units]]))))
  add(id, "field.glm", file, do.call(args_of, a), e[setdiff(names(e), skip)])
}
nb_joint <- function(X, y, off, b, th) {
  p <- ncol(X); par <- c(b, log(th))
  ll <- function(q) { mu <- exp(drop(X %*% q[1:p]) + off); t <- exp(q[p + 1]); sum(dnbinom(y, size = t, mu = mu, log = TRUE)) }
  for (k in 1:60) {
    mu <- exp(drop(X %*% par[1:p]) + off); t <- exp(par[p + 1]); r <- (y - mu) / (1 + mu / t); gt <- sum(digamma(y + t) - digamma(t) + log(t / (t + mu)) + 1 - (y + t) / (t + mu))
    H <- rbind(cbind(-crossprod(X, X * (mu * (1 + y / t) / (1 + mu / t)^2)), t * crossprod(X, (y - mu) * mu / (t + mu)^2)), c(t * crossprod(X, (y - mu) * mu / (t + mu)^2), t * gt + t^2 * sum(trigamma(y + t) - trigamma(t) + 1 / t - 2 / (t + mu) + (y + t) / (t + mu)^2)))
    s <- solve(H, c(crossprod(X, r), t * gt)); par <- par - s; if (max(abs(s)) < 1e-12) break
  }
  list(b = par[1:p], theta = exp(par[p + 1]), ll = ll(par))
}
nb_case <- function(id, file, a) {
  d <- prepare(file, a); m <- glm.nb(form(a), d, control = glm.control(epsilon = 1e-14, maxit = 200)); X <- model.matrix(m); y <- m$y; off <- if (is.null(m$offset)) 0 else m$offset; o <- nb_joint(X, y, off, coef(m), m$theta)
  mu <- exp(drop(X %*% o$b) + off); t <- o$theta; W <- mu / (1 + mu / t); V <- solve(crossprod(X, X * W)); i <- index(m, a); b <- unname(o$b[i]); se <- unname(sqrt(diag(V))[i]); z <- qnorm(1 - (1 - level(a)) / 2); S <- X * ((y - mu) / (1 + mu / t)); n <- length(y); k <- ncol(X)
  mp <- glm(form(a), poisson, d, control = glm.control(epsilon = 1e-15, maxit = 200)); lr <- 2 * (o$ll - as.numeric(logLik(mp))); ith <- sum(-trigamma(t + y) + trigamma(t) - 1 / t + 2 / (mu + t) - (y + t) / (mu + t)^2)
  e <- list(n = u(n), k = u(k), coef_names = names(coef(m))[i], coef = b, se_model = se, irr = exp(b), irr_ci_lower = exp(b - z * se), irr_ci_upper = exp(b + z * se), p = 2 * pnorm(-abs(b / se)), theta = u(t), alpha_dispersion = u(1 / t), se_theta = u(sqrt(1 / ith)), log_lik = u(o$ll), aic = u(-2 * o$ll + 2 * (k + 1)),
    se_hc0 = unname(sqrt(diag(V %*% crossprod(S) %*% V))[i]), poisson_log_lik = u(as.numeric(logLik(mp))), lr_overdispersion = u(lr), p_overdispersion = u(.5 * pchisq(lr, 1, lower.tail = FALSE)))
  if (!is.null(a$cluster)) { g <- d[[a$cluster]]; G <- length(unique(g)); c0 <- sqrt(diag(V %*% crossprod(rowsum(S, g)) %*% V) * G / (G - 1)); c1 <- unname((c0 * sqrt((n - 1) / (n - k)))[i]); tq <- qt(1 - (1 - level(a)) / 2, G - 1)
    e$n_clusters <- u(G); e$se_cr0_g <- unname(c0[i]); e$se_cr1 <- c1; e$irr_ci_cr1_lower <- exp(b - tq * c1); e$irr_ci_cr1_upper <- exp(b + tq * c1); e$p_cr1 <- 2 * pt(-abs(b / c1), G - 1); e$percent_change <- 100 * (exp(b) - 1) }
  if (!is.null(a$drop_zero_units)) e$n_units_dropped <- u(length(setdiff(unique(read(file, a$filter)[[a$drop_zero_units]]), unique(d[[a$drop_zero_units]]))))
  add(id, "field.nb", file, do.call(args_of, a), e, 1e-7)
}

# ---- a stepped wedge of 7 agencies and 20 months; one agency without an event, one never trained, holes; counts of two kinds
P <- expand.grid(month = 1:20, agency = c("Birch", "Cedar", "Elm", "Fir", "Oak", "Pine", "Yew"), stringsAsFactors = FALSE)[, 2:1]; s0 <- c(Birch = 6, Cedar = 6, Elm = 9, Fir = 12, Oak = 12, Pine = 15, Yew = 99)[P$agency]
P$trained <- as.integer(P$month >= s0); P$calls <- round(exp(c(Birch = 5, Cedar = 6, Elm = 5.5, Fir = 7, Oak = 4.8, Pine = 6.2, Yew = 5.8)[P$agency] + rnorm(140, 0, .1))); P$size <- ifelse(P$calls > 400, "large", "small")
mu <- P$calls * .02 * exp(-.3 * P$trained + .1 * sin(P$month)); P$force <- rnbinom(140, size = 5, mu = mu); P$force[P$agency == "Oak"] <- 0
P$calm <- rbinom(140, 6, .5); P$rare <- rpois(140, P$calls * .002); P$rare[P$agency %in% c("Oak", "Pine")] <- 0; P$alert <- as.integer(runif(140) < plogis(-.8 + .9 * P$trained + .05 * P$month)); P$mood <- round(50 + 3 * P$trained + .2 * P$month + rnorm(140), 2)
P$force[c(15, 77)] <- NA; P$calls[33] <- NA; P$one <- 1; P$row <- seq_len(140); w("field_panel.csv", P)
f <- "field_panel.csv"; sw <- list(response = "force", terms = c("trained", "factor:agency", "factor:month"), offset_log = "calls", cluster = "agency", report = "trained", drop_zero_units = "agency")
glm_case("edge.glm.wedge", f, c(list(family = "poisson"), sw)); glm_case("edge.glm.wedge90", f, c(list(family = "poisson", conf = .9), sw))
glm_case("edge.glm.two_dropped", f, list(family = "poisson", response = "rare", terms = c("trained", "factor:agency", "month"), offset_log = "calls", drop_zero_units = "agency", cluster = "agency", report = c("month", "trained")))
glm_case("edge.glm.intercept", f, list(family = "poisson", response = "rare", terms = character(), offset_log = "calls")); glm_case("edge.glm.text_factor", f, list(family = "poisson", response = "force", terms = c("factor:size", "log:calls", "trained"), cluster = "agency", cr2 = TRUE))
glm_case("edge.glm.product", f, list(family = "poisson", response = "force", terms = c("trained:month", "trained", "month"), offset_log = "calls")); glm_case("edge.glm.gaussian", f, list(family = "gaussian", response = "mood", terms = c("trained", "month"), cluster = "agency", cr2 = TRUE))
glm_case("edge.glm.rows_as_clusters", f, list(family = "binomial", response = "alert", terms = c("trained", "month"), cluster = "row")); glm_case("edge.glm.one_cluster", f, list(family = "binomial", response = "alert", terms = c("trained", "month"), cluster = "one"))
glm_case("edge.glm.binomial_offset", f, list(family = "binomial", response = "alert", terms = c("trained", "factor:size"), offset_log = "month", cluster = "agency", cr2 = TRUE, conf = .99)); glm_case("edge.glm.two_clusters", f, list(family = "poisson", response = "force", terms = "trained", offset_log = "calls", cluster = "size"))
S <- data.frame(y = c(3, 7, 2), x = c(1, 2, 4), g = c("a", "b", "c"), k = c(1, 1, 2)); w("field_small.csv", S)
glm_case("edge.glm.saturated", "field_small.csv", list(family = "poisson", response = "y", terms = "factor:g"), skip = c("z", "p", "deviance", "se_hc0", "se_hc3")); glm_case("edge.glm.one_degree", "field_small.csv", list(family = "poisson", response = "y", terms = "x"))
nb_case("edge.nb.wedge", f, sw); nb_case("edge.nb.covariates", f, list(response = "force", terms = c("trained", "log:calls", "factor:size", "month"), cluster = "agency", conf = .9)); nb_case("edge.nb.unclustered", f, list(response = "force", terms = "trained", offset_log = "calls", filter = list(size = "large")))
# Counts that vary less than Poisson counts: the likelihood rises with theta for ever and its limit is Poisson.
a <- list(response = "calm", terms = c("trained", "month"), cluster = "agency"); m <- glm(form(a), poisson, P, control = glm.control(epsilon = 1e-15)); stopifnot(sum((P$calm - fitted(m))^2 - P$calm) < 0)
add("edge.nb.underdispersed", "field.nb", f, do.call(args_of, a), list(n = u(140), k = u(3), coef = unname(coef(m)), se_model = unname(sqrt(diag(vcov(m)))), theta = u(NA), alpha_dispersion = u(0), se_theta = u(NA), log_lik = u(as.numeric(logLik(m))), poisson_log_lik = u(as.numeric(logLik(m))), lr_overdispersion = u(0), se_cr1 = unname(sqrt(diag(vcovCL(m, P$agency, type = "HC1", cadjust = TRUE))))))

ols_case <- function(id, file, a) { d <- prepare(file, a); m <- lm(form(a), d); i <- index(m, a); s <- summary(m); h <- function(t) unname(sqrt(diag(vcovHC(m, t)))[i]); e <- list(n = u(nobs(m)), coef_names = names(coef(m))[i], coef = unname(coef(m)[i]), se = unname(sqrt(diag(vcov(m)))[i]), sigma = u(s$sigma), r2 = u(s$r.squared), adj_r2 = u(s$adj.r.squared), f = u(unname(s$fstatistic[1])), se_hc0 = h("HC0"), se_hc1 = h("HC1"), se_hc2 = h("HC2"), se_hc3 = h("HC3"))
  if (!is.null(a$cluster)) { ct <- coef_test(m, vcov = "CR2", cluster = d[[a$cluster]], test = "Satterthwaite")[i, ]; e$n_clusters <- u(length(unique(d[[a$cluster]]))); e$se_cr1 <- unname(sqrt(diag(vcovCL(m, d[[a$cluster]], type = "HC1", cadjust = TRUE)))[i]); e$se_cr2 <- ct$SE; e$df_satt_cr2 <- ct$df_Satt }
  add(id, "field.ols", file, do.call(args_of, a), e) }
ols_case("edge.ols.panel", f, list(response = "mood", terms = c("trained", "factor:size", "month"), cluster = "agency")); ols_case("edge.ols.offset", f, list(response = "mood", terms = c("trained", "log:calls"), offset_log = "month")); ols_case("edge.ols.effects", f, list(response = "mood", terms = c("trained", "factor:agency", "factor:month"), cluster = "agency", report = "trained"))

its_case <- function(id, file, a) { d <- read(file); n <- nrow(d); t <- seq_len(n); D <- if (is.null(a$intervention_column)) as.numeric(t >= a$start) else d[[a$intervention_column]]; s <- which(D == 1)[1]; y <- if (isTRUE(a$log)) log(d[[a$response]]) else d[[a$response]]; Z <- data.frame(y = y, t = t, level = D, trend = ifelse(D == 1, t - s, 0))
  for (h in seq_len(if (is.null(a$season)) 0 else a$harmonics)) { Z[[paste0("sin", h)]] <- sin(2 * pi * h * t / a$season); Z[[paste0("cos", h)]] <- cos(2 * pi * h * t / a$season) }
  m <- lm(y ~ ., Z); V0 <- NeweyWest(m, lag = a$lag, prewhite = FALSE, adjust = FALSE); V <- NeweyWest(m, lag = a$lag, prewhite = FALSE, adjust = TRUE); b <- unname(coef(m)); se <- unname(sqrt(diag(V))); df <- m$df.residual; tq <- qt(1 - (1 - level(a)) / 2, df); g <- c(0, 0, 1, (if (is.null(a$horizon)) n else a$horizon) - s, rep(0, length(b) - 4)); bg <- if (a$lag > 0) bgtest(m, order = a$lag) else list(statistic = NA, p.value = NA)
  add(id, "field.its", file, do.call(args_of, a), list(n = u(n), coef_names = names(coef(m)), coef = b, se_ols = unname(sqrt(diag(vcov(m)))), se_nw_unadjusted = unname(sqrt(diag(V0))), se_nw = se, t_nw = b / se, p_nw = 2 * pt(-abs(b / se), df), ci_nw_lower = b - tq * se, ci_nw_upper = b + tq * se, durbin_watson = u(unname(dwtest(m)$statistic)), breusch_godfrey = u(unname(bg$statistic)), breusch_godfrey_p = u(unname(bg$p.value)), effect_at_horizon = u(sum(g * b)), effect_at_horizon_se = u(sqrt(drop(t(g) %*% V %*% g))))) }
I <- data.frame(month = 1:24, rate = round(8 + arima.sim(list(ar = .5), 24, sd = .4) - 1.2 * (1:24 >= 13), 3), on = as.integer(1:24 >= 10 & 1:24 <= 20)); w("field_series.csv", I); fs <- "field_series.csv"
its_case("edge.its.lag0", fs, list(response = "rate", start = 13, lag = 0)); its_case("edge.its.horizon", fs, list(response = "rate", start = 13, lag = 2, horizon = 36, conf = .9)); its_case("edge.its.season", fs, list(response = "rate", start = 8, lag = 4, season = 12, harmonics = 1, log = TRUE)); its_case("edge.its.switched_off", fs, list(response = "rate", intervention_column = "on", lag = 3, season = 6, harmonics = 2))

gee_case <- function(id, file, a) { d <- prepare(file, a); d <- d[order(d[[a$cluster]]), ]; d$.id <- as.integer(factor(d[[a$cluster]])); m <- geeglm(form(a), family = get(a$family), data = d, id = .id, corstr = a$corstr, control = geese.control(epsilon = 1e-13, maxit = 1000)); i <- index(m, a); s <- summary(m)$coefficients
  add(id, "field.gee", file, do.call(args_of, a), list(n = u(nrow(d)), n_clusters = u(max(d$.id)), coef_names = rownames(s)[i], coef = s[i, 1], se_robust = s[i, 2], scale = u(unname(m$geese$gamma)), correlation = u(if (length(m$geese$alpha)) unname(m$geese$alpha) else 0)), 1e-6) }
gee_case("edge.gee.binomial", f, list(family = "binomial", corstr = "exchangeable", response = "alert", terms = c("trained", "month"), cluster = "agency")); gee_case("edge.gee.independence", f, list(family = "poisson", corstr = "independence", response = "force", terms = c("trained", "month"), offset_log = "calls", cluster = "agency")); gee_case("edge.gee.gaussian", f, list(family = "gaussian", corstr = "exchangeable", response = "mood", terms = c("trained", "factor:size"), cluster = "agency", report = c("trained", "factor(size)small")))
gee_case("edge.gee.poisson_unequal", f, list(family = "poisson", corstr = "exchangeable", response = "force", terms = c("trained", "month"), offset_log = "calls", cluster = "agency"))
rr_case <- function(id, file, a) { d <- prepare(file, a); fo <- form(a); m <- glm(fo, poisson, d, control = glm.control(epsilon = 1e-15)); b <- unname(coef(m)); se <- unname(sqrt(diag(vcovHC(m, "HC0")))); z <- qnorm(1 - (1 - level(a)) / 2); l <- glm(fo, binomial, d, control = glm.control(epsilon = 1e-15)); set <- function(v) { e <- d; e[[a$treatment]] <- v; X <- model.matrix(fo, e); p <- plogis(drop(X %*% coef(l))); list(r = mean(p), g = colMeans(X * (p * (1 - p)))) }; o <- set(1); c <- set(0); q <- function(g) sqrt(drop(t(g) %*% vcov(l) %*% g))
  add(id, "field.modified_poisson", file, do.call(args_of, a), list(n = u(nrow(d)), coef_names = names(coef(m)), risk_ratio = exp(b), rr_ci_lower = exp(b - z * se), rr_ci_upper = exp(b + z * se), se_log = se, standardized_risk_treated = u(o$r), standardized_risk_control = u(c$r), standardized_rd = u(o$r - c$r), standardized_rd_se = u(q(o$g - c$g)), standardized_rr = u(o$r / c$r), standardized_log_rr_se = u(q(o$g / o$r - c$g / c$r)))) }
rr_case("edge.rr.covariates", f, list(response = "alert", terms = c("month", "trained", "factor:size"), treatment = "trained")); rr_case("edge.rr.alone", f, list(response = "alert", terms = "trained", treatment = "trained", conf = .9)); rr_case("edge.rr.product", f, list(response = "alert", terms = c("trained", "month", "trained:month"), treatment = "trained"))

# ---- event study
ev_case <- function(id, file, a) { d <- read(file); d <- d[complete.cases(d[, c(a$response, a$unit, a$period, a$trained, a$offset_log)]), ]; if (a$family == "poisson") { k <- tapply(d[[a$response]], d[[a$unit]], sum); d <- d[d[[a$unit]] %in% names(k)[k > 0], ]; k <- tapply(d[[a$response]], d[[a$period]], sum); d <- d[d[[a$period]] %in% names(k)[k > 0], ] }
  st <- tapply(ifelse(d[[a$trained]] == 1, d[[a$period]], Inf), d[[a$unit]], min)[d[[a$unit]]]; e <- pmax(-a$leads, pmin(a$lags, d[[a$period]] - st)); ts <- setdiff(seq(-a$leads, a$lags), -1); D <- sapply(ts, function(k) as.numeric(is.finite(st) & e == k)); colnames(D) <- paste0("e", ts)
  m <- glm(d[[a$response]] ~ D + factor(d[[a$unit]]) + factor(d[[a$period]]) + offset(if (is.null(a$offset_log)) rep(0, nrow(d)) else log(d[[a$offset_log]])), family = get(a$family), control = glm.control(epsilon = 1e-15)); i <- 1 + seq_along(ts); V <- vcovCL(m, d[[a$unit]], type = "HC1", cadjust = TRUE); b <- unname(coef(m)[i]); s <- unname(sqrt(diag(V))[i]); G <- length(unique(d[[a$unit]])); q <- sum(ts < 0); F <- if (q > 0) drop(t(b[1:q]) %*% solve(V[i, i][1:q, 1:q]) %*% b[1:q]) / q else NA; tq <- qt(.975, G - 1)
  add(id, "field.event_study", file, do.call(args_of, a), list(n = u(nrow(d)), n_clusters = u(G), event_time = ts, coef = b, se_model = unname(sqrt(diag(vcov(m)))[i]), se_cr1 = s, p_cr1 = 2 * pt(-abs(b / s), G - 1), ci_cr1_lower = b - tq * s, ci_cr1_upper = b + tq * s, leads_f = u(F), leads_df = u(q), leads_p = u(pf(F, q, G - 1, lower.tail = FALSE)))) }
ev_case("edge.events.counts", f, list(response = "force", unit = "agency", period = "month", trained = "trained", offset_log = "calls", leads = 4, lags = 5, family = "poisson")); ev_case("edge.events.means", f, list(response = "mood", unit = "agency", period = "month", trained = "trained", leads = 3, lags = 6, family = "gaussian")); ev_case("edge.events.no_leads", f, list(response = "mood", unit = "agency", period = "month", trained = "trained", leads = 1, lags = 0, family = "gaussian"))

# ---- randomization of the starts: every allocation, the score of the NB2 null model, limits by bisection of the p value
perms <- function(v) { if (length(v) <= 1) return(list(v)); out <- list(); for (k in unique(v)) out <- c(out, lapply(perms(v[-match(k, v)]), function(r) c(k, r))); out }
null_score <- function(d, a, delta) { off <- delta * d[[a$trained]] + (if (is.null(a$offset_log)) 0 else log(d[[a$offset_log]])); d$.o <- off; fo <- as.formula(sprintf("%s ~ factor(%s) + factor(%s) + offset(.o)", a$response, a$unit, a$period)); y <- d[[a$response]]
  mp <- glm(fo, poisson, d, control = glm.control(epsilon = 1e-15, maxit = 200)); mu <- fitted(mp); if (sum((y - mu)^2 - y) <= 0) return(y - mu)
  X <- model.matrix(mp); th <- 1 / optimize(function(v) -sum(dnbinom(y, size = 1 / v, mu = mu, log = TRUE)), c(1e-6, 10), tol = 1e-10)$minimum; o <- nb_joint(X, y, off, coef(mp), th); mu <- exp(drop(X %*% o$b) + off); (y - mu) / (1 + mu / o$theta) }
ri_case <- function(id, file, a) { d <- read(file, a$filter); d <- d[complete.cases(d[, c(a$response, a$unit, a$period, a$trained, a$offset_log)]), ]; us <- unique(d[[a$unit]]); st <- sapply(us, function(x) { v <- d[d[[a$unit]] == x & d[[a$trained]] == 1, a$period]; if (length(v)) min(v) else 1e6 }); strata <- if (is.null(a$strata)) rep("1", length(us)) else sapply(us, function(x) d[d[[a$unit]] == x, a$strata][1])
  al <- list(st); for (s in unique(strata)) { w <- which(strata == s); al <- unlist(lapply(al, function(x) lapply(perms(unname(st[w])), function(p) { x[w] <- p; x })), recursive = FALSE) }
  k <- tapply(d[[a$response]], d[[a$unit]], sum); live <- d[d[[a$unit]] %in% names(k)[k > 0], ]
  at <- function(delta) { r <- null_score(live, a, delta); T <- sapply(al, function(x) sum(r[live[[a$period]] >= x[match(live[[a$unit]], us)]])); o <- sum(r[live[[a$trained]] == 1]) - mean(T); list(t = o, p = mean(abs(T - mean(T)) >= abs(o) * (1 - 1e-9))) }
  fo <- as.formula(sprintf("%s ~ %s + factor(%s) + factor(%s)%s", a$response, a$trained, a$unit, a$period, if (is.null(a$offset_log)) "" else sprintf(" + offset(log(%s))", a$offset_log))); m <- glm.nb(fo, live, control = glm.control(epsilon = 1e-14, maxit = 200)); o <- nb_joint(model.matrix(m), m$y, if (is.null(m$offset)) 0 else m$offset, coef(m), m$theta); b <- unname(o$b[2]); z <- at(0); alpha <- 1 - level(a) + 1e-9
  edge <- function(side) { lo <- b; hi <- b + side * .05; while (at(hi)$p > alpha) { lo <- hi; hi <- b + 1.6 * (hi - b); if (abs(hi - b) > 12) return(NA) }; for (j in 1:30) { mid <- (lo + hi) / 2; if (at(mid)$p > alpha) lo <- mid else hi <- mid }; exp(lo) }
  add(id, "field.randomization", file, do.call(args_of, a), list(n_units = u(length(us)), n_allocations = u(length(al)), exact = u(TRUE), replicates = u(length(al)), statistic = u(z$t), p = u(z$p), coef = u(b), irr = u(exp(b)), irr_ci = c(edge(-1), edge(1)), primary = u(TRUE)), 1e-6) }
R <- expand.grid(period = 1:12, unit = 1:6)[, 2:1]; st <- c(3, 5, 5, 8, 10, 12)[R$unit]; R$on <- as.integer(R$period >= st); R$exposure <- round(exp(c(6, 5, 5.5, 6.3, 5.2, 5.8)[R$unit])); R$region <- ifelse(R$unit %in% c(1, 2, 3, 4), "north", "south"); R$events <- rnbinom(72, size = 6, mu = R$exposure * .05 * exp(-.9 * R$on + .05 * R$period)); R$rate <- round(10 + .3 * R$period + .5 * R$unit - (1 + .2 * (R$period - st)) * R$on + rnorm(72, 0, .3), 3); w("field_wedge.csv", R)
ra <- list(response = "events", unit = "unit", period = "period", trained = "on", offset_log = "exposure"); ri_case("edge.randomization.all", "field_wedge.csv", ra); ri_case("edge.randomization.level80", "field_wedge.csv", c(ra, conf = .8)); ri_case("edge.randomization.strata", "field_wedge.csv", c(ra, strata = "region")); ri_case("edge.randomization.silent_unit", f, list(response = "force", unit = "agency", period = "month", trained = "trained", offset_log = "calls", conf = .8))

# ---- group-time effects: each two-by-two difference, its variance, and the influence functions of the means
gt_case <- function(id, file, a) { d <- read(file); if (!is.null(a$exposure)) d[[a$response]] <- d[[a$response]] / d[[a$exposure]] * a$per; Y <- tapply(d[[a$response]], list(d[[a$unit]], d[[a$period]]), sum); st <- tapply(ifelse(d[[a$trained]] == 1, d[[a$period]], Inf), d[[a$unit]], min); ps <- as.numeric(colnames(Y)); keep <- complete.cases(Y) & st > ps[1]; Y <- Y[keep, ]; st <- st[keep]; n <- nrow(Y); gs <- sort(unique(st[is.finite(st)])); rows <- list(); IF <- NULL
  for (g in gs) for (t in ps[-1]) { i <- match(t, ps); base <- if (t >= g) match(g, ps) - 1 else i - 1; dy <- Y[, i] - Y[, base]; tr <- st == g; ct <- st > t & !tr; if (!any(ct)) next
    rows[[length(rows) + 1]] <- data.frame(g = g, t = t, nt = sum(tr), nc = sum(ct), att = mean(dy[tr]) - mean(dy[ct]), se = sqrt(sum((dy[tr] - mean(dy[tr]))^2) / sum(tr)^2 + sum((dy[ct] - mean(dy[ct]))^2) / sum(ct)^2)); IF <- cbind(IF, n * (tr * (dy - mean(dy[tr])) / sum(tr) - ct * (dy - mean(dy[ct])) / sum(ct))) }
  E <- do.call(rbind, rows); pg <- sapply(E$g, function(g) mean(st == g)); se <- function(f) sqrt(mean(f^2) / n)
  weighted <- function(k) { p <- pg[k]; th <- sum(E$att[k] * p) / sum(p); s <- sapply(k, function(j) (st == E$g[j]) - pg[j]); f <- IF[, k, drop = FALSE] %*% p / sum(p) + (s / sum(p) - rowSums(s) %*% t(p) / sum(p)^2) %*% E$att[k]; list(th, drop(f)) }
  after <- which(E$t >= E$g); simple <- weighted(after); pos <- match(E$t, ps) - match(E$g, ps); es <- sort(unique(pos)); dyn <- lapply(es, function(e) weighted(which(pos == e))); late <- dyn[es >= 0]; gr <- lapply(gs[gs %in% E$g[after]], function(g) { k <- intersect(after, which(E$g == g)); list(mean(E$att[k]), rowMeans(IF[, k, drop = FALSE])) }); gk <- gs[gs %in% E$g[after]]; q <- sapply(gk, function(g) mean(st == g)); go <- sum(q * sapply(gr, `[[`, 1)) / sum(q); s <- sapply(gk, function(g) (st == g) - mean(st == g)); gf <- sapply(gr, `[[`, 2) %*% q / sum(q) + (s / sum(q) - rowSums(s) %*% t(q) / sum(q)^2) %*% sapply(gr, `[[`, 1)
  none <- function(x) ifelse(x < 1e-14, NA, x)
  add(id, "field.group_time", file, do.call(args_of, a), list(n_units = u(n), group = as.character(E$g), period = as.character(E$t), n_treated = E$nt, n_control = E$nc, att = E$att, att_se = none(E$se), simple = u(simple[[1]]), simple_se = u(se(simple[[2]])), event_time = es, dynamic = sapply(dyn, `[[`, 1), dynamic_se = none(sapply(dyn, function(x) se(x[[2]]))), dynamic_overall = u(mean(sapply(late, `[[`, 1))), dynamic_overall_se = u(se(rowMeans(sapply(late, `[[`, 2)))), group_start = as.character(gk), group_effect = sapply(gr, `[[`, 1), group_effect_se = none(sapply(gr, function(x) se(x[[2]]))), group_overall = u(go), group_overall_se = u(se(gf)))) }
gt_case("edge.group_time.wedge", "field_wedge.csv", list(response = "rate", unit = "unit", period = "period", trained = "on")); gt_case("edge.group_time.rates", "field_wedge.csv", list(response = "events", unit = "unit", period = "period", trained = "on", exposure = "exposure", per = 1000))
H <- expand.grid(year = 2015:2019, town = 1:40)[, 2:1]; gy <- c(2016, 2017, 2019, Inf)[1 + H$town %% 4]; H$on <- as.integer(H$year >= gy); H$y <- round(5 + .1 * H$town + .4 * (H$year - 2015) + ifelse(H$on == 1, c(1, 2, 3)[match(gy, c(2016, 2017, 2019))] + .5 * (H$year - gy), 0) + rnorm(200, 0, .4), 3); H$y[c(7, 8)] <- NA; w("field_towns.csv", H)
gt_case("edge.group_time.towns", "field_towns.csv", list(response = "y", unit = "town", period = "year", trained = "on"))

# ---- a panel with planted effects: 120 agencies, 0.9 uses of force per 1,000 contacts in every quarter, times 0.8, 0.6 and 0.5 in the first, second and later
# quarters of training, with a lognormal factor of mean 1 and log standard deviation 0.25 a quarter, as the academy study has; a quarter of them never train
set.seed(20261127); L <- expand.grid(quarter = 1:8, agency = 1:120)[, 2:1]; q0 <- c(3, 5, 7, Inf)[1 + L$agency %% 4]; L$on <- as.integer(L$quarter >= q0); L$contacts <- round(exp(runif(120, log(2000), log(20000)))[L$agency] * runif(960, .9, 1.1))
L$force <- rpois(960, L$contacts / 1000 * .9 * ifelse(L$on == 1, c(.8, .6, .5)[pmin(3, 1 + pmax(0, L$quarter - q0))], 1) * exp(rnorm(960, -.25^2 / 2, .25))); w("field_planted.csv", L)
gt_case("edge.group_time.planted", "field_planted.csv", list(response = "force", unit = "agency", period = "quarter", trained = "on", exposure = "contacts", per = 1000))

for (method in names(all_cases)) { lines <- vapply(all_cases[[method]], function(k) as.character(toJSON(k, digits = NA, null = "null", na = "null")), ""); writeLines(c("[", paste0(lines, ifelse(seq_along(lines) < length(lines), ",", "")), "]"), paste0(method, ".json")) }

# Checks by packages that share no code with the reference set: run in this folder, writes independent.json and ind_*.csv.
# R 4.2.2; survival (conditional logistic regression is the Rasch model), lavaan, sandwich, clubSandwich, boot, stats.
suppressPackageStartupMessages({library(survival); library(lavaan); library(sandwich); library(clubSandwich); library(boot); library(jsonlite)})
set.seed(41)
out <- list()
case <- function(id, method, data, args, expected, tolerance = 1e-8) {
  out[[length(out) + 1]] <<- list(case = paste0("independent.", id), method = method, data = data, args = args, expected = expected,
                                  tolerance = tolerance, abs_tolerance = 1e-10)
}
w <- function(name, d) write.csv(d, name, row.names = FALSE, na = "", quote = FALSE, eol = "\n")
v <- function(x) I(unname(as.numeric(x)))

# ANCOVA: arms of 4 and 13, tied scores.
d <- data.frame(pre = sample(4:9, 17, TRUE), g = rep(c("t", "c"), c(4, 13))); d$post <- d$pre + (d$g == "t") + sample(-1:3, 17, TRUE)
w("ind_ancova.csv", d)
m <- lm(post ~ pre + I(g == "t"), d); s <- summary(m)$coefficients
case("ancova.unequal", "gain.ancova", "ind_ancova.csv", list(pre = "pre", post = "post", group = "g", treated = "t", control = "c"),
     list(n = 17, coef = v(coef(m)), se = v(s[, 2]), t = v(s[, 3]), p = v(s[, 4]), ci_treated = v(confint(m)[3, ]), df = 14,
          se_hc3 = v(sqrt(diag(vcovHC(m, "HC3")))), r2 = summary(m)$r.squared,
          interaction_f = anova(m, lm(post ~ pre * I(g == "t"), d))$F[2]))

# Difference in differences: clusters of 1 to 9 people, one of them in both arms; and one cluster alone.
d <- data.frame(pre = sample(5:15, 24, TRUE), cl = rep(c("a", "b", "c", "d", "e", "f"), c(1, 9, 2, 6, 3, 3)))
d$g <- ifelse(d$cl %in% c("a", "b"), "t", "c"); d$g[d$cl == "d"][1:3] <- "t"; d$post <- d$pre + 2 * (d$g == "t") + sample(-3:4, 24, TRUE); d$post[7] <- NA; d$all <- "x"
w("ind_did.csv", d)
k <- d[!is.na(d$post), ]; L <- data.frame(y = c(k$pre, k$post), t = rep(0:1, each = nrow(k)), g = rep(as.numeric(k$g == "t"), 2), cl = rep(k$cl, 2))
m <- lm(y ~ g * t, L); cr2 <- coef_test(m, vcov = "CR2", cluster = L$cl, test = "Satterthwaite")[4, ]; se <- sqrt(vcovCL(m, L$cl, type = "HC1")[4, 4])
a <- list(pre = "pre", post = "post", group = "g", treated = "t", control = "c", cluster = "cl")
case("did.uneven", "gain.did", "ind_did.csv", a, list(n = 23, n_clusters = 6, did = unname(coef(m)[4]), se_cr1 = se, p_cr1 = 2 * pt(-abs(coef(m)[[4]] / se), 5),
     se_cr2 = cr2$SE, df_satt_cr2 = cr2$df_Satt, p_cr2 = cr2$p_Satt))
a$cluster <- "all"; case("did.one_cluster", "gain.did", "ind_did.csv", a, list(n_clusters = 1, did = unname(coef(m)[4]), se_cr1 = NA, p_cr1 = NA, se_cr2 = NA, p_cr2 = NA))

# Rasch: 25 people on 5 items, some with nothing or everything right. Conditional logistic regression within people.
X <- sapply(c(-1.2, -.4, 0, .7, 1.1), function(b) as.numeric(runif(25) < plogis(rnorm(25) - b))); X[1, ] <- 0; X[2, ] <- 1; colnames(X) <- paste0("i", 1:5)
w("ind_rasch.csv", as.data.frame(X))
r <- rowSums(X); U <- X[r > 0 & r < 5, ]; long <- data.frame(y = as.vector(t(U)), item = factor(rep(1:5, nrow(U))), id = rep(seq_len(nrow(U)), each = 5))
cl <- clogit(y ~ item + strata(id), long, method = "exact", control = coxph.control(eps = 1e-14, toler.chol = 1e-15, iter.max = 100))
easy <- c(0, coef(cl)); V <- rbind(0, cbind(0, vcov(cl))); C <- diag(5) - 1 / 5
case("rasch.clogit", "test.rasch_cml", "ind_rasch.csv", list(items = as.list(colnames(X))), list(n_used = nrow(U), difficulty = v(-C %*% easy),
     se = v(sqrt(diag(C %*% V %*% C))), cond_loglik = cl$loglik[2]), 1e-7)

# Omega: 4 items of 35 people by lavaan on the covariances divided by n - 1.
f <- rnorm(35); Y <- sapply(c(.5, .9, 1.2, .7), function(l) round(3 + l * f + rnorm(35))); Y[4, 2] <- NA; colnames(Y) <- paste0("y", 1:4)
w("ind_omega.csv", as.data.frame(Y))
Z <- Y[complete.cases(Y), ]
fit <- cfa("f =~ y1 + y2 + y3 + y4", sample.cov = cov(Z), sample.nobs = nrow(Z), likelihood = "wishart", std.lv = TRUE)
stopifnot(lavInspect(fit, "converged"))
l <- inspect(fit, "est")$lambda[, 1]; th <- diag(inspect(fit, "est")$theta)
case("omega.lavaan", "test.omega_one_factor", "ind_omega.csv", list(items = as.list(colnames(Y)), missing = "listwise"),
     list(n = nrow(Z), omega_total = sum(l)^2 / (sum(l)^2 + sum(th)), std_loadings = v(l / sqrt(l^2 + th))), 1e-5)

# Mantel-Haenszel: 19 against 61 people on 4 items, so that strata lack a group; blanks count as wrong.
g <- rep(c("F", "R"), c(19, 61)); X <- sapply(c(-1, 0, .5, 1), function(b) as.numeric(runif(80) < plogis(rnorm(80) - b))); X[sample(320, 9)] <- NA; colnames(X) <- paste0("q", 1:4)
w("ind_mh.csv", data.frame(g, X))
X0 <- X; X0[is.na(X0)] <- 0; tot <- rowSums(X0)
mh <- lapply(1:4, function(j) { t3 <- table(factor(g, c("R", "F")), factor(X0[, j], 1:0), tot); mantelhaen.test(t3[, , apply(t3, 3, sum) > 1], correct = TRUE) })
case("mh.strata", "test.dif_mh", "ind_mh.csv", list(items = as.list(colnames(X)), group = "g", reference = "R", focal = "F"),
     list(n_reference = 61, n_focal = 19, alpha_mh = v(sapply(mh, `[[`, "estimate")), chi2 = v(sapply(mh, `[[`, "statistic")), p = v(sapply(mh, `[[`, "p.value"))))

# Logistic DIF on the same people.
gf <- as.numeric(g == "F"); y <- X0[, 2]; ct <- glm.control(1e-14, 100); m0 <- glm(y ~ tot, binomial, control = ct); m1 <- glm(y ~ tot + gf, binomial, control = ct); m2 <- glm(y ~ tot * gf, binomial, control = ct)
case("logistic.unequal", "test.dif_logistic", "ind_mh.csv", list(items = as.list(colnames(X)), group = "g", focal = "F", item = "q2"),
     list(coef_uniform = v(coef(m1)), se_uniform = v(sqrt(diag(vcov(m1)))), lr_uniform = m0$deviance - m1$deviance, lr_nonuniform = m1$deviance - m2$deviance), 1e-7)

# BCa: 8 pairs with ties, 199 given resamples, by boot.ci with the leave-one-out influence.
pre <- c(3, 5, 5, 6, 2, 8, 7, 7); post <- c(6, 9, 6, 7, 2, 9, 9, 10); ix <- t(replicate(199, sample(8, 8, TRUE)))
w("ind_pairs.csv", data.frame(pre, post)); w("ind_index.csv", as.data.frame(ix))
for (s in c("mean_gain", "median_gain")) {
  st <- function(i) if (s == "mean_gain") mean((post - pre)[i]) else median((post - pre)[i])
  t <- apply(ix, 1, st); jk <- sapply(1:8, function(i) st(-i)); u <- mean(jk) - jk
  b <- structure(list(t0 = st(1:8), t = matrix(t), R = 199, data = pre, seed = 1, statistic = function(d, i) 0, sim = "ordinary", stype = "i",
                      call = quote(boot()), strata = rep(1, 8), weights = rep(1 / 8, 8)), class = "boot")
  ci <- suppressWarnings(boot.ci(b, type = c("perc", "bca"), L = u))
  case(paste0("bca.", s), "gain.bca", list(data = "ind_pairs.csv", index = "ind_index.csv"), list(pre = "pre", post = "post", statistic = s),
       list(t0 = st(1:8), boot_mean = mean(t), boot_se = sd(t), bca_ci = v(ci$bca[4:5]), percentile_ci = v(ci$percent[4:5])))
}

# Ranks: every trained person above everybody else, groups of 3 and 8 with ties among themselves.
d <- data.frame(v = c(20, 20, 25, 1, 2, 2, 3, 3, 3, 4, 9), g = rep(c("t", "c"), c(3, 8))); w("ind_sep.csv", d)
x <- d$v[1:3]; z <- d$v[4:11]; t1 <- suppressWarnings(wilcox.test(x, z, exact = FALSE)); t2 <- suppressWarnings(wilcox.test(x, z, exact = FALSE, correct = FALSE))
case("rank_sum.separated", "gain.rank_sum", "ind_sep.csv", list(value = "v", group = "g", treated = "t", control = "c"),
     list(u = 24, p_normal_cc = t1$p.value, p_normal = t2$p.value, hl_shift = median(outer(x, z, "-")), cliffs_delta = 1, vargha_delaney_a = 1))

writeLines(toJSON(out, auto_unbox = TRUE, digits = I(17), na = "null"), "independent.json")

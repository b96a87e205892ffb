# Times in R what `assess estimate --speed DIR` times, on the same files, from parsed data.
#   Rscript speed.R DIR [REPEATS]
# Needs boot, psych, lme4 and fixest; a task whose package or file is missing is left out with a note. Prints one line of JSON a task.
args <- commandArgs(trailingOnly = TRUE)
dir <- args[1]
repeats <- if (length(args) > 1) as.integer(args[2]) else 3L
num <- function(x) if (length(x) == 1) format(x, digits = 15) else paste0("[", paste(format(x, digits = 15, trim = TRUE), collapse = ", "), "]")
task <- function(name, file, package, prepare, run) {
  path <- file.path(dir, file)
  if (!file.exists(path)) return(message(file, " is not there; left out: ", name))
  if (nzchar(package) && !requireNamespace(package, quietly = TRUE)) return(message(package, " is not installed; left out: ", name))
  d <- read.csv(path); x <- prepare(d); r <- run(x)
  s <- replicate(repeats, { gc(FALSE); system.time(run(x))[["elapsed"]] })
  cat(sprintf('{"task": "%s", "rows": %d, "columns": %d, "secondsMedian": %.4f, "secondsMin": %.4f, "results": {%s}}\n', name, nrow(d), ncol(d),
              median(s), min(s), paste(sprintf('"%s": %s', names(r), vapply(r, num, "")), collapse = ", ")))
}

# Noncentrality limits of t, as effectsize does it.
ncp <- function(t, df, level = 0.95) {
  a <- (1 - level) / 2
  one <- function(p) uniroot(function(q) suppressWarnings(pt(t, df, q)) - p, t + c(-8, 8), tol = 1e-10)$root
  c(one(1 - a), one(a))
}
skew <- function(x) { n <- length(x); m <- x - mean(x); sqrt(n * (n - 1)) / (n - 2) * mean(m^3) / mean(m^2)^1.5 }
kurt <- function(x) { n <- length(x); m <- x - mean(x); ((n + 1) * (mean(m^4) / mean(m^2)^2 - 3) + 6) * (n - 1) / ((n - 2) * (n - 3)) }
describe <- function(x) c(mean(x), sd(x), quantile(x), t.test(x)$conf.int, skew(x), kurt(x))

task("gain-analysis", "gain-analysis.csv", "", identity, function(d) {
  pre <- d$pre; post <- d$post; g <- post - pre; n <- length(g)
  fu <- d$followup[!is.na(d$followup)]; described <- list(describe(pre), describe(post), describe(fu))
  t <- t.test(post, pre, paired = TRUE); dz <- mean(g) / sd(g); sdav <- sqrt((var(pre) + var(post)) / 2)
  dzci <- ncp(dz * sqrt(n), n - 1) / sqrt(n); j <- exp(lgamma((n - 1) / 2) - log(sqrt((n - 1) / 2)) - lgamma((n - 2) / 2))
  e <- g - mean(g); m <- length(unique(d$cluster)); cs <- rowsum(e, d$cluster); se <- sqrt(m / (m - 1) * sum(cs^2)) / n
  k <- tabulate(d$cluster); n0 <- (n - sum(k^2) / n) / (m - 1); ssb <- sum(cs^2 / k)
  msb <- ssb / (m - 1); msw <- (sum(e^2) - ssb) / (n - m); icc <- (msb - msw) / (msb + (n0 - 1) * msw)
  w <- suppressWarnings(wilcox.test(post, pre, paired = TRUE, correct = FALSE))
  hake <- mean(g) / (100 - mean(pre)); gi <- (g / (100 - pre))[pre < 100]
  b <- sum(pre < 70 & post >= 70); c <- sum(pre >= 70 & post < 70)
  ok <- !is.na(d$followup); x <- d$followup[ok] - pre[ok]; y <- post[ok] - pre[ok]; decay <- t.test(d$followup[ok], post[ok], paired = TRUE)
  r <- mean(x) / mean(y); nn <- length(x); tq <- qt(0.975, nn - 1)
  A <- mean(y)^2 - tq^2 * var(y) / nn; B <- mean(x) * mean(y) - tq^2 * cov(x, y) / nn; C <- mean(x)^2 - tq^2 * var(x) / nn
  list(mean_gain = mean(g), mean_gain_ci = as.numeric(t$conf.int), t = unname(t$statistic), d_z = dz, d_z_ci = dzci, d_av = mean(g) / sdav,
       g_av = j * mean(g) / sdav, clusters = m, clustered_se = se, icc = icc, wilcoxon_v = unname(w$statistic), hake_class_gain = hake,
       hake_individual_gain = mean(gi), pass_rate_change = (b - c) / n, mcnemar_chi2 = (b - c)^2 / (b + c), decay = unname(decay$estimate),
       retained = r, retained_ci = (B + c(-1, 1) * sqrt(B^2 - A * C)) / A)
})

bootstrap <- function(stat) function(d) {
  set.seed(1); b <- boot::boot(d$post - d$pre, function(x, i) stat(x[i]), R = 2000)
  l <- boot::empinf(b, type = "jack")
  ci <- boot::boot.ci(b, type = c("perc", "bca"), L = l)
  list(statistic = b$t0, bca_ci = ci$bca[4:5], percentile_ci = ci$percent[4:5], acceleration = sum(l^3) / (6 * sum(l^2)^1.5))
}
task("bootstrap-mean", "bootstrap.csv", "boot", identity, bootstrap(mean))
task("bootstrap-dz", "bootstrap.csv", "boot", identity, bootstrap(function(x) mean(x) / sd(x)))

task("item-analysis", "item-analysis.csv", "psych", as.matrix, function(x) {
  a <- suppressWarnings(psych::alpha(x)); t <- rowSums(x); s <- sort(t); k <- floor(0.27 * nrow(x) + 0.5); g <- s[c(k, nrow(x) - k + 1)]
  d <- colMeans(x[t >= g[2], ]) - colMeans(x[t <= g[1], ])
  list(alpha = a$total$raw_alpha, alpha_standardized = a$total$std.alpha, first_difficulty = mean(x[, 1]), first_item_rest = a$item.stats$r.drop[1],
       first_alpha_if_deleted = a$alpha.drop$raw_alpha[1], first_discrimination = unname(d[1]), sum_item_rest = sum(a$item.stats$r.drop))
})

task("dif", "dif.csv", "", function(d) { x <- as.matrix(d[names(d) != "group"]); list(x = x, t = rowSums(x), g = factor(d$group, c("reference", "focal"))) }, function(d) {
  z <- lapply(seq_len(ncol(d$x)), function(i) {
    y <- table(d$g, factor(d$x[, i], 1:0), d$t); y <- y[, , apply(y, 3, sum) > 1]
    m <- mantelhaen.test(y, correct = TRUE); c(-2.35 * log(unname(m$estimate)), unname(m$statistic))
  })
  list(first_mh_d_dif = z[[1]][1], first_chi2 = z[[1]][2], sum_of_squared_mh_d_dif = sum(vapply(z, `[`, 0, 1)^2))
})

task("mixed-model", "mixed-model.csv", "lme4", function(d) { d$wave <- factor(d$wave); d }, function(d) {
  f <- reformulate(c("wave", sprintf("(1 | %s)", setdiff(names(d), c("score", "wave")))), "score")
  m <- lme4::lmer(f, d); v <- as.data.frame(lme4::VarCorr(m))
  list(coef = unname(lme4::fixef(m)), se = unname(sqrt(diag(as.matrix(vcov(m))))), var_cov = v$vcov, log_likelihood = as.numeric(logLik(m)))
})

# Conditional maximum likelihood by Newton's method with gradient and information in closed form.
task("rasch", "rasch.csv", "", as.matrix, function(x) {
  k <- ncol(x); r <- rowSums(x); x <- x[r > 0 & r < k, ]; r <- rowSums(x); s <- colSums(x); nr <- tabulate(r, k); rs <- which(nr > 0)
  esf <- function(e) { g <- 1; for (v in e) g <- c(g, 0) + v * c(0, g); g }
  gh <- function(b) {
    e <- exp(-b); g <- esf(e); P <- t(sapply(1:k, function(i) e[i] * esf(e[-i])[rs] / g[rs + 1])); H <- diag(as.numeric(P %*% nr[rs])) - P %*% (nr[rs] * t(P))
    for (i in 2:k) for (j in 1:(i - 1)) {
      gij <- c(0, esf(e[-c(i, j)])); H[i, j] <- H[j, i] <- H[i, j] + sum(nr[rs] * e[i] * e[j] * gij[rs] / g[rs + 1])
    }
    list(g = as.numeric(P %*% nr[rs]) - s, H = H, l = -sum(s * b) - sum(nr[rs] * log(g[rs + 1])))
  }
  b <- log((nrow(x) - s) / s); b <- b - mean(b)
  repeat { z <- gh(b); st <- solve(z$H + 1 / k, z$g); b <- b + st; if (max(abs(st)) < 1e-13) break }
  list(n = nrow(x), first_difficulty = unname(b[1]), first_se = sqrt(diag(solve(z$H + 1 / k)) - 1 / k)[1], sum_of_squared_difficulties = sum(b^2), log_likelihood = z$l)
})

# Both effects absorbed; glm.nb would write 560 columns out.
task("negative-binomial", "negative-binomial.csv", "fixest", identity, function(d) {
  m <- fixest::fenegbin(count ~ trained | agency + month, d, offset = ~log(exposure), vcov = "iid", notes = FALSE)
  list(coef = unname(coef(m)["trained"]), se = unname(fixest::se(m)["trained"]), theta = unname(m$theta), log_likelihood = as.numeric(logLik(m)))
})

# Makes responses.csv (an invented class of 48) and expected.csv. Base R only; run in this folder: Rscript make.R
# Nothing here is read from the product. R version is written into expected.csv.
set.seed(20260101)
n <- 48; classes <- 4; k <- 8
person <- data.frame(participant = 1:n, delivery = rep(1:classes, each = n / classes))
ability <- rnorm(n) + rnorm(classes)[person$delivery] * 0.5
first <- ifelse(1:n %% 2 == 1, "A", "B")
topic <- rep(c("DE_ALT", "REFERRAL"), each = 4)
# Item 8 gives two points in quarters of a point; the others one point.
item <- function(shift) {
  easy <- seq(-1, 1, length.out = k)
  p <- plogis(outer(ability + shift, easy, "+"))
  m <- matrix(rbinom(n * k, 1, p), n, k)
  m[, 8] <- round(2 * plogis(ability + shift + rnorm(n, 0, 0.5)) * 4) / 4
  m
}
pre <- item(-0.4); post <- item(0.8)
pre[sample(n, 5), 3] <- NA                      # blanks count as 0
gone <- c(7, 20, 33, 46); post[gone, ] <- NA    # no post-test
rows <- function(m, wave, form) data.frame(person, wave = wave, form = form, m)
out <- rbind(rows(pre, 0, first), rows(post, 1, ifelse(first == "A", "B", "A"))[-gone, ])
out <- out[order(out$delivery, out$participant, out$wave), ]
write.csv(out, "responses.csv", row.names = FALSE, na = "")

expected <- list()
put <- function(name, value) expected[[name]] <<- value
max <- c(rep(1, 7), 2)
score <- function(m, items) 100 * rowSums(ifelse(is.na(m[, items]), 0, m[, items])) / sum(max[items])
keep <- setdiff(1:n, gone)
cl <- person$delivery[keep]
describe <- function(scale, items) {
  x <- score(pre, items)[keep]; y <- score(post, items)[keep]; d <- y - x; m <- length(d)
  p <- function(key, value) put(paste(scale, key, sep = "."), value)
  t <- t.test(y, x, paired = TRUE)
  p("mean.pre", mean(x)); p("mean.post", mean(y)); p("sd.pre", sd(x)); p("sd.post", sd(y)); p("sd.gain", sd(d)); p("r", cor(x, y))
  p("gain", mean(d)); p("gain.lower", t$conf.int[1]); p("gain.upper", t$conf.int[2])
  u <- tapply(d - mean(d), cl, sum); g <- length(u)
  se <- sqrt(g / (g - 1) * sum(u^2)) / m; q <- qt(0.975, g - 1)
  p("clustered.lower", mean(d) - q * se); p("clustered.upper", mean(d) + q * se)
  a <- anova(lm(d ~ factor(cl))); nj <- table(cl); n0 <- (m - sum(nj^2) / m) / (g - 1)
  icc <- (a[1, 3] - a[2, 3]) / (a[1, 3] + (n0 - 1) * a[2, 3])
  p("icc", icc); p("deff", 1 + (sum(nj^2) / m - 1) * icc)
  dz <- mean(d) / sd(d); df <- m - 1; tt <- dz * sqrt(m)
  ncp <- function(tail) uniroot(function(v) pt(tt, df, v) - tail, c(-5, 30), tol = 1e-13)$root
  lim <- c(ncp(0.975), ncp(0.025)) / sqrt(m)
  j <- exp(lgamma(df / 2) - log(sqrt(df / 2)) - lgamma((df - 1) / 2))
  av <- sqrt((var(x) + var(y)) / 2)
  p("dz", dz); p("dz.lower", lim[1]); p("dz.upper", lim[2])
  p("gav", j * mean(d) / av); p("gav.lower", j * lim[1] * sd(d) / av); p("gav.upper", j * lim[2] * sd(d) / av)
  p("hake", mean(d) / (100 - mean(x)))
  p("ceiling.post", sum(y == 100)); p("floor.pre", sum(x == 0))
}
describe("total", 1:8); describe("DE_ALT", 1:4); describe("REFERRAL", 5:8); describe("skill", c(4, 8))
pass <- function(m) score(m, 1:8) >= 100 * 6 / 9
b <- pass(pre)[keep]; a <- pass(post)[keep]
put("pass.pre", sum(b)); put("pass.post", sum(a)); put("failpass", sum(!b & a)); put("passfail", sum(b & !a))
put("mcnemar.p", binom.test(sum(!b & a), sum(xor(a, b)))$p.value)
w <- prop.test(sum(a), length(a), correct = FALSE)$conf.int
put("pass.post.lower", w[1]); put("pass.post.upper", w[2])
alpha <- function(m) { m[is.na(m)] <- 0; k / (k - 1) * (1 - sum(apply(m, 2, var)) / var(rowSums(m))) }
mA <- pre[first == "A", ]; aA <- alpha(mA); nA <- nrow(mA)
put("alpha.A.pre", aA)
put("alpha.A.pre.lower", 1 - (1 - aA) * qf(0.975, nA - 1, (nA - 1) * (k - 1)))
put("alpha.A.pre.upper", 1 - (1 - aA) * qf(0.025, nA - 1, (nA - 1) * (k - 1)))
zA <- mA; zA[is.na(zA)] <- 0
put("sem.A.pre", sd(rowSums(zA)) * sqrt(1 - aA) * 100 / 9)
s <- score(pre, 1:8); kept <- t.test(s[keep]); lost <- t.test(s[gone])
put("kept", mean(s[keep])); put("kept.lower", kept$conf.int[1]); put("lost", mean(s[gone])); put("lost.upper", lost$conf.int[2])
frame <- data.frame(name = names(expected), value = sprintf("%.17g", unlist(expected)))
writeLines(c(paste("#", R.version.string), "name,value", paste(frame$name, frame$value, sep = ",")), "expected.csv")

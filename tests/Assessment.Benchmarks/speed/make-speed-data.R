# Writes the seven files that `assess estimate --speed DIR` and speed.R time.
#   Rscript make-speed-data.R DIR
args <- commandArgs(trailingOnly = TRUE)
dir <- if (length(args)) args[1] else "."
dir.create(dir, showWarnings = FALSE, recursive = TRUE)
set.seed(20261126)
out <- function(d, name) write.csv(d, file.path(dir, name), row.names = FALSE, quote = FALSE)
items <- function(n, k, ability = rnorm(n), shift = matrix(0, n, k)) {
  b <- rep_len((0:6) * 0.4 - 1.2, k)
  x <- matrix(as.integer(runif(n * k) < plogis(outer(ability, b, "-") + shift)), n)
  colnames(x) <- sprintf("i%02d", seq_len(k))
  as.data.frame(x)
}

# 200,000 people in 8,000 classes; whole points of a test of 100; one follow-up in five is missing.
n <- 200000; class <- rep(1:8000, each = 25); u <- rnorm(8000, 0, 4)[class]; ability <- rnorm(n, 0, 10)
score <- function(mean) pmin(100, pmax(0, round(mean + u + ability + rnorm(n, 0, 7))))
followup <- score(67); followup[runif(n) < 0.2] <- NA
out(data.frame(person = seq_len(n), cluster = class, pre = score(60), post = score(70), followup = followup), "gain-analysis.csv")

pre <- rnorm(5000, 60, 12)
out(data.frame(pre = round(pre, 3), post = round(pre + rnorm(5000, 8, 10), 3)), "bootstrap.csv")
out(items(20000, 60), "item-analysis.csv")

group <- rep(c("reference", "focal"), c(14000, 6000)); shift <- matrix(0, 20000, 60); shift[group == "focal", 1] <- -0.5
out(cbind(items(20000, 60, shift = shift), group = group), "dif.csv")

# 10,000 people x 3 waves in 400 classes of 50 agencies.
person <- rep(1:10000, each = 3); class <- (person - 1) %/% 25 + 1; agency <- (class - 1) %/% 8 + 1; wave <- rep(1:3, 10000)
y <- 60 + c(0, 8, 6)[wave] + rnorm(50, 0, 2)[agency] + rnorm(400, 0, 3)[class] + rnorm(10000, 0, 8)[person] + rnorm(30000, 0, 6)
out(data.frame(score = round(y, 4), wave = wave, agency = agency, class = class, person = person), "mixed-model.csv")
out(items(2000, 30), "rasch.csv")

# 500 agencies x 60 months that start the training one after another; a true rate ratio of 0.8, theta 8.
p <- expand.grid(month = 1:60, agency = 1:500); p$trained <- as.integer(p$month >= 6 + p$agency %% 50); p$exposure <- round(exp(rnorm(500, 6, 0.8)))[p$agency]
mu <- p$exposure * 0.02 * exp(rnorm(500, 0, 0.3)[p$agency] + 0.1 * sin(2 * pi * p$month / 12) + log(0.8) * p$trained)
out(data.frame(count = rnbinom(nrow(p), size = 8, mu = mu), agency = p$agency, month = p$month, trained = p$trained, exposure = p$exposure), "negative-binomial.csv")

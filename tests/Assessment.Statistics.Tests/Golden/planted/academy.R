# Group-time effects of the academy study, by hand: Rscript academy.R (base R 4.2.2 and jsonlite) reads samples/academy-study and writes academy.json.
# Rates per 1,000 contacts of September 2024 to December 2025: before, an agency left out a month. Every effect is a difference of mean differences
# against agencies that train until a later month; `simple_sd` is what the generator's own variances make of the mean over trained cells.
library(jsonlite); S <- "../../../../samples/academy-study/"; u <- unbox
months <- read.csv(paste0(S, "contacts.csv")); seen <- read.csv(paste0(S, "interactions.csv")); classes <- read.csv(paste0(S, "deliveries.csv")); truth <- fromJSON(paste0(S, "expected/truth.json"))$planted
months <- months[months$month >= "2024-09", ]; months$thousands <- (months$calls_for_service + months$officer_initiated) / 1000; at <- sort(unique(months$month)); agencies <- unique(months$ori)
start <- sapply(agencies, function(o) match(TRUE, paste0(at, "-01") > max(classes$ends_on[classes$ori == o])))
C <- t(sapply(agencies, function(o) months$thousands[match(paste(o, at), paste(months$ori, months$month))]))
rates <- function(force) t(sapply(agencies, function(o) sapply(at, function(m) sum(seen$ori == o & substr(seen$occurred_on, 1, 7) == m & seen$force == force)))) / C

cells <- expand.grid(t = 2:length(at), g = sort(unique(start))); cells <- cells[sapply(seq_len(nrow(cells)), function(k) any(start > cells$t[k] & start != cells$g[k])), ]
one <- function(Y, g, t) { d <- Y[, t] - Y[, if (t >= g) g - 1 else t - 1]; a <- start == g; c <- start > t & !a; c(mean(d[a]) - mean(d[c]), sqrt(sum((d[a] - mean(d[a]))^2) / sum(a)^2 + sum((d[c] - mean(d[c]))^2) / sum(c)^2)) }
all_of <- function(Y) mapply(function(g, t) one(Y, g, t), cells$g, cells$t)
after <- cells$t >= cells$g; size <- sapply(cells$g, function(g) sum(start == g))
simple <- function(Y) weighted.mean(all_of(Y)[1, after], size[after])
by_group <- function(Y) sapply(unique(cells$g[after]), function(g) mean(all_of(Y)[1, after & cells$g == g]))
by_time <- function(Y) sapply(sort(unique((cells$t - cells$g)[after])), function(e) { k <- after & cells$t - cells$g == e; weighted.mean(all_of(Y)[1, k], size[k]) })

# A count is Poisson around a mean with a lognormal factor of mean 1: Var(count / c) = rate / c + rate^2 (exp(s^2) - 1). The mean over cells is linear.
sd_of <- function(base, ratio) { W <- C * 0; for (k in seq_along(W)) { E <- C * 0; E[k] <- 1; W[k] <- simple(E) }; rate <- base * ifelse(outer(start, seq_along(at), "<="), ratio, 1); sqrt(sum(W^2 * (rate / C + rate^2 * (exp(truth$monthLogSd^2) - 1)))) }
case <- function(force, base, ratio) { Y <- rates(force); v <- all_of(Y); gs <- unique(cells$g[after]); list(att = v[1, ], att_se = v[2, ], simple = u(simple(Y)), dynamic_overall = u(mean(by_time(Y))), group_overall = u(weighted.mean(by_group(Y), sapply(gs, function(g) sum(start == g)))), simple_sd = u(sd_of(base, ratio))) }
writeLines(toJSON(list(group = at[cells$g], period = at[cells$t], force = case("yes", truth$forcePerThousand, truth$forceRateRatioAfter), tactics = case("no", truth$tacticsPerThousand, truth$tacticsRateRatioAfter)), digits = NA, pretty = FALSE), "academy.json")

#!/usr/bin/env Rscript
# Expected results of the academy study, computed without the program: reads the forms, the rosters and the saved
# answers, scores them, estimates, and writes results.json beside this file.
# Needs base R and jsonlite (Debian: r-base-core, r-cran-jsonlite).   Usage: Rscript expected/compute.R [study folder]

library(jsonlite)

folder <- commandArgs(trailingOnly = TRUE)[1]
if (is.na(folder)) folder <- normalizePath(file.path(dirname(sub("^--file=", "", grep("^--file=", commandArgs(), value = TRUE))), ".."))
read <- function(name) read.csv(file.path(folder, name), colClasses = "character", na.strings = NULL)
waves <- c("pre", "post", "follow-up-6m")
pass_points <- 21
level <- 0.95
tail_p <- (1 - level) / 2
tick <- 12600                                   # points are exact in parts of 1/12,600

# ---- Reading and scoring --------------------------------------------------------------------------------------------

forms <- lapply(c("dekt-a", "dekt-b", "confidence", "follow-up-checklist"), function(name)
  fromJSON(file.path(folder, "forms", paste0(name, ".json")), simplifyVector = FALSE))
names(forms) <- vapply(forms, `[[`, "", "identifier")

people <- read("participants.csv")
people$position <- as.integer(people$position)
people$order <- ifelse(people$position %% 2 == 0, "A-B", "B-A")      # form taken at pre, then at post

saved <- read("responses.csv")
saved$revision <- as.integer(saved$revision)
saved <- saved[order(saved$participant, saved$instrument, saved$wave, saved$item, -saved$revision), ]
final <- saved[!duplicated(saved[c("participant", "instrument", "wave", "item")]), ]
ratings <- read("ratings.csv")

# The form rule: an even place on the roster begins with form A, and each wave changes the form.
tests <- merge(unique(final[final$instrument == "dekt", c("participant", "wave", "form")]), people[c("participant", "position")])
stopifnot(tests$form == ifelse((tests$position + match(tests$wave, waves) - 1) %% 2 == 0, "dekt-a", "dekt-b"))

points_of <- function(item, response) {
  key <- unlist(item$key)
  if (item$type == "true-false") return(as.numeric(response == tolower(as.character(key))))
  if (item$type == "single-choice") return(as.numeric(response == key))
  vapply(strsplit(response, "|", fixed = TRUE), function(chosen)
    max(0, sum(chosen %in% key) - sum(!chosen %in% key)) / length(key), 0)
}

# Points by participant (rows) and item (columns) of one form at one wave; a blank answer is 0.
point_matrix <- function(form, wave) {
  rows <- final[final$form == form$identifier & final$wave == wave, ]
  takers <- people$participant[people$participant %in% rows$participant]
  items <- vapply(form$items, `[[`, "", "identifier")
  out <- matrix(0, length(takers), length(items), dimnames = list(takers, items))
  for (item in form$items) {
    answers <- rows[rows$item == item$identifier, ]
    out[answers$participant, item$identifier] <- points_of(item, answers$response)
  }
  out
}

# Scale answers with reversed items turned round; NA where blank.
scale_matrix <- function(form, wave) {
  rows <- final[final$form == form$identifier & final$wave == wave, ]
  takers <- people$participant[people$participant %in% rows$participant]
  items <- vapply(form$items, `[[`, "", "identifier")
  out <- matrix(NA_real_, length(takers), length(items), dimnames = list(takers, items))
  for (item in form$items) {
    answers <- rows[rows$item == item$identifier, ]
    step <- as.numeric(answers$response)
    out[answers$participant, item$identifier] <- if (item$reversed) length(item$labels) + 1 - step else step
  }
  out
}

test_points <- lapply(forms[c("dekt-a", "dekt-b")], function(form) sapply(waves, point_matrix, form = form, simplify = FALSE))
scale_steps <- sapply(waves, scale_matrix, form = forms$confidence, simplify = FALSE)

# Percent of the points that the chosen items give, for every participant; NA without an attempt.
percent <- function(chosen, wave) {
  score <- setNames(rep(NA_real_, nrow(people)), people$participant)
  for (name in names(test_points)) {
    keep <- vapply(forms[[name]]$items, chosen, TRUE)
    m <- test_points[[name]][[wave]][, keep, drop = FALSE]
    score[rownames(m)] <- round(rowSums(m) * tick) / tick / sum(keep) * 100
  }
  score
}
confidence_mean <- function(wave) {
  score <- setNames(rep(NA_real_, nrow(people)), people$participant)
  m <- scale_steps[[wave]]
  score[rownames(m)] <- rowMeans(m)             # NA when an item is blank
  score
}
topic_is <- function(code) function(item) item$topic == code
ability_is <- function(ability) function(item) item$ability == ability
measures <- list(
  dekt.total = function(w) percent(function(item) TRUE, w),
  dekt.DE_ALT = function(w) percent(topic_is("DE_ALT"), w),
  dekt.CRISIS_DIS = function(w) percent(topic_is("CRISIS_DIS"), w),
  dekt.CIT_PART = function(w) percent(topic_is("CIT_PART"), w),
  dekt.REFERRAL = function(w) percent(topic_is("REFERRAL"), w),
  dekt.knowledge = function(w) percent(ability_is("knowledge"), w),
  dekt.skill = function(w) percent(ability_is("skill"), w),
  confidence = confidence_mean)
scores <- lapply(measures, function(f) sapply(waves, f, simplify = FALSE))

# ---- Estimation -----------------------------------------------------------------------------------------------------

pair <- function(x) I(unname(x))                # stays an array in JSON
none <- pair(c(NA_real_, NA_real_))
t_interval <- function(mean, se, df) pair(mean + c(-1, 1) * qt(1 - tail_p, df) * se)
bessel <- function(m) exp(lgamma(m / 2) - lgamma((m - 1) / 2) - log(m / 2) / 2)   # Hedges (1981), eq. 6e

root <- function(f, low, high) {                # bisection to the last bit that matters
  stopifnot(f(low) * f(high) <= 0)
  for (i in 1:200) {
    mid <- (low + high) / 2
    if (f(low) * f(mid) <= 0) high <- mid else low <- mid
  }
  (low + high) / 2
}

# Noncentral t distribution function as an integral over the chi variable, checked against stats::pt.
pnct <- function(t, df, ncp, lower.tail) {
  s_max <- 1 + 40 / sqrt(2 * df)
  density <- function(s) exp(log(2) + df / 2 * log(df / 2) - lgamma(df / 2) + (df - 1) * log(s) - df * s^2 / 2)
  value <- integrate(function(s) density(s) * pnorm(t * s - ncp, lower.tail = lower.tail),
                     max(0, 1 - 12 / sqrt(2 * df)), min(s_max, 1 + 12 / sqrt(2 * df) + 12 / df), rel.tol = 1e-12, subdivisions = 2000L)$value
  value
}
noncentral_interval <- function(t, df) {
  width <- 6 + 6 * abs(t) / sqrt(2 * df)
  low <- root(function(ncp) pnct(t, df, ncp, FALSE) - tail_p, t - width, t)
  high <- root(function(ncp) pnct(t, df, ncp, TRUE) - tail_p, t, t + width)
  if (abs(low) < 37 && abs(high) < 37)
    stopifnot(abs(pt(t, df, low, lower.tail = FALSE) - tail_p) < 1e-9, abs(pt(t, df, high) - tail_p) < 1e-9)
  c(low, high)
}

wilson <- function(x, n) {
  if (n == 0) return(none)
  z <- qnorm(1 - tail_p); p <- x / n
  half <- z * sqrt(p * (1 - p) / n + z^2 / (4 * n^2)) / (1 + z^2 / n)
  middle <- (p + z^2 / (2 * n)) / (1 + z^2 / n)
  pair(c(if (x == 0) 0 else middle - half, if (x == n) 1 else middle + half))
}

describe <- function(x) { x <- x[!is.na(x)]; list(n = length(x), mean = if (length(x)) mean(x) else NA_real_, sd = if (length(x) > 1) sd(x) else NA_real_) }

simple_mean <- function(x) {
  n <- length(x); m <- if (n) mean(x) else NA_real_; s <- if (n > 1) sd(x) else NA_real_
  list(n = n, mean = m, sd = s, se = s / sqrt(n), ci = if (n > 1 && s > 0) t_interval(m, s / sqrt(n), n - 1) else none)
}

# Mean with classes as clusters: CR1, t with m - 1 df; one-way ANOVA ICC with n0; design effect with the size a person sees.
clustered_mean <- function(x, cluster) {
  n <- length(x); sizes <- as.numeric(table(cluster)); m <- length(sizes)
  out <- list(clusters = m, se = NA_real_, ci = none, icc = NA_real_, n0 = NA_real_, m_tilde = if (n) sum(sizes^2) / n else NA_real_, design_effect = NA_real_)
  if (m < 2) return(out)
  sums <- tapply(x - mean(x), as.character(cluster), sum)
  out$se <- sqrt(m / (m - 1) * sum(sums^2)) / n
  out$ci <- t_interval(mean(x), out$se, m - 1)
  if (n <= m) return(out)
  between <- sum(tapply(x, as.character(cluster), function(v) length(v) * (mean(v) - mean(x))^2)) / (m - 1)
  within <- sum(tapply(x, as.character(cluster), function(v) sum((v - mean(v))^2))) / (n - m)
  out$n0 <- (n - sum(sizes^2) / n) / (m - 1)
  out$icc <- (between - within) / (between + (out$n0 - 1) * within)
  out$design_effect <- 1 + (out$m_tilde - 1) * out$icc
  out
}

effect_sizes <- function(pre, post) {
  n <- length(pre); d <- post - pre
  blank <- list(hedges_j = NA_real_, d_z = NA_real_, d_z_ci = none, g_z = NA_real_, g_z_ci = none, d_av = NA_real_, d_av_ci = none, g_av = NA_real_, g_av_ci = none)
  if (n < 2 || sd(d) == 0) return(blank)
  j <- if (n > 2) bessel(n - 1) else NA_real_
  z <- mean(d) / sd(d)
  limits <- noncentral_interval(z * sqrt(n), n - 1) / sqrt(n)
  average <- sqrt((var(pre) + var(post)) / 2)
  rescale <- sd(d) / average
  list(hedges_j = j, d_z = z, d_z_ci = pair(limits), g_z = j * z, g_z_ci = pair(j * limits),
       d_av = mean(d) / average, d_av_ci = pair(limits * rescale), g_av = j * mean(d) / average, g_av_ci = pair(j * limits * rescale))
}

hake <- function(pre, post, max) {              # class gain as a ratio of means, delta method
  n <- length(pre); room <- max - pre; d <- post - pre
  if (n < 2 || mean(room) <= 0) return(list(class_gain = NA_real_, se = NA_real_, ci = none))
  g <- mean(d) / mean(room)
  se <- sqrt((var(d) - 2 * g * cov(d, room) + g^2 * var(room)) / n) / mean(room)
  list(class_gain = g, se = se, ci = t_interval(g, se, n - 1))
}

gain <- function(measure, who, max) {
  s <- lapply(scores[[measure]], function(x) x[who$participant])
  has <- lapply(s, function(x) !is.na(x))
  both <- has$pre & has$post
  pre <- s$pre[both]; post <- s$post[both]
  c(list(n_enrolled = nrow(who), n_pre = sum(has$pre), n_post = sum(has$post), n_follow_up = sum(has$`follow-up-6m`), n_pairs = sum(both),
         n_pre_only = sum(has$pre & !has$post), n_post_only = sum(!has$pre & has$post), n_neither = sum(!has$pre & !has$post)),
    list(mean_pre = describe(pre)$mean, sd_pre = describe(pre)$sd, mean_post = describe(post)$mean, sd_post = describe(post)$sd),
    list(gain = simple_mean(post - pre), clustered = clustered_mean(post - pre, who$delivery[both]), effect = effect_sizes(pre, post)),
    if (!is.null(max)) list(hake = hake(pre, post, max)),
    list(retention = list(follow_up_minus_post = difference(s$post, s$`follow-up-6m`), follow_up_minus_pre = difference(s$pre, s$`follow-up-6m`)),
         all_takers = setNames(lapply(s, describe), waves)))
}
difference <- function(earlier, later) simple_mean((later - earlier)[!is.na(later) & !is.na(earlier)])

passing <- function(who) {
  # Percent back to ticks: 21 points of 30 is 70 percent.
  passed <- lapply(scores$dekt.total, function(x) round(x[who$participant] / 100 * 30 * tick) >= pass_points * tick)
  by_wave <- lapply(passed, function(p) { p <- p[!is.na(p)]; list(n = length(p), passed = sum(p), rate = if (length(p)) mean(p) else NA_real_, wilson_ci = wilson(sum(p), length(p))) })
  both <- !is.na(passed$pre) & !is.na(passed$post)
  before <- passed$pre[both]; after <- passed$post[both]
  pp <- sum(before & after); pf <- sum(before & !after); fp <- sum(!before & after); ff <- sum(!before & !after); n <- sum(both)
  changed <- fp + pf
  out <- list(n = n, pass_pass = pp, pass_fail = pf, fail_pass = fp, fail_fail = ff,
              p_exact = if (n == 0) NA_real_ else if (changed > 0) min(1, 2 * pbinom(min(fp, pf), changed, 0.5)) else 1)
  if (n > 0) {                                  # Newcombe (1998), method 10
    p1 <- (pp + fp) / n; p0 <- (pp + pf) / n; w1 <- wilson(pp + fp, n); w0 <- wilson(pp + pf, n)
    margins <- (pp + pf) * (fp + ff) * (pp + fp) * (pf + ff)
    excess <- pp * ff - pf * fp
    if (excess > 0) excess <- max(excess - n / 2, 0)
    phi <- if (margins > 0) excess / sqrt(margins) else 0
    down <- sqrt((p1 - w1[1])^2 - 2 * phi * (p1 - w1[1]) * (w0[2] - p0) + (w0[2] - p0)^2)
    up <- sqrt((w1[2] - p1)^2 - 2 * phi * (w1[2] - p1) * (p0 - w0[1]) + (p0 - w0[1])^2)
    out <- c(out, list(rate_pre = p0, rate_pre_ci = w0, rate_post = p1, rate_post_ci = w1, difference = p1 - p0, difference_ci = pair(c(p1 - p0 - down, p1 - p0 + up))))
  }
  list(pass_mark = pass_points, by_wave = by_wave, pairs = out)
}

alpha <- function(x) {
  n <- nrow(x); k <- ncol(x); blank <- list(n = n, k = k, alpha = NA_real_, alpha_ci = none, mean_total = if (n) mean(rowSums(x)) else NA_real_, sd_total = NA_real_, sem = NA_real_)
  if (n < 2 || var(rowSums(x)) == 0) return(blank)
  a <- k / (k - 1) * (1 - sum(apply(x, 2, var)) / var(rowSums(x)))
  f <- function(p) 1 - (1 - a) * qf(p, n - 1, (n - 1) * (k - 1))      # Feldt (1965)
  list(n = n, k = k, alpha = a, alpha_ci = pair(c(f(1 - tail_p), f(tail_p))), mean_total = mean(rowSums(x)), sd_total = sd(rowSums(x)), sem = sd(rowSums(x)) * sqrt(1 - max(a, 0)))
}
reliability <- function(who) {
  out <- list()
  for (wave in waves) {
    for (name in names(test_points)) {
      m <- test_points[[name]][[wave]]
      out[[paste(name, wave, sep = ".")]] <- alpha(m[rownames(m) %in% who$participant, , drop = FALSE])
    }
    m <- scale_steps[[wave]]
    m <- m[rownames(m) %in% who$participant, , drop = FALSE]
    out[[paste("confidence", wave, sep = ".")]] <- alpha(m[stats::complete.cases(m), , drop = FALSE])
  }
  out
}

# Application score: shown / (shown + not shown); nobody is scored on no occasion.
application <- function(rows, due) {
  rows <- rows[rows$participant %in% due, ]
  shown <- tapply(rows$response == "shown", rows$participant, sum)
  applicable <- tapply(rows$response != "no-opportunity", rows$participant, sum)
  c(list(due = length(due), done = length(shown)), simple_mean(as.numeric((shown / applicable)[applicable > 0])))
}

scope <- function(who) {
  test <- grep("^dekt", names(measures), value = TRUE)
  self <- final[final$instrument == "follow-up-checklist" & final$wave == "follow-up-6m", ]
  list(
    enrolled = nrow(who), officers = sum(who$kind == "officer"), professionals = sum(who$kind != "officer"),
    measures = sapply(names(measures), function(m) gain(m, who, if (m %in% test) 100), simplify = FALSE),
    by_form_order = sapply(c("A-B", "B-A"), function(o) sapply(test, gain, who = who[who$order == o, ], max = 100, simplify = FALSE), simplify = FALSE),
    passing = passing(who),
    reliability = reliability(who),
    application = list(self = application(self, who$participant), supervisor = application(ratings, who$participant[who$kind == "officer"])))
}

agencies <- sort(unique(people$ori))
results <- list(
  about = list(level = level, scores = "dekt: percent of the points of the items meant; confidence: mean step 1 to 5; application: proportion 0 to 1",
               study = "participants who consent to research", agencies = "all participants of the agency, consenting or not"),
  study = scope(people[people$consent == "granted", ]),
  agencies = sapply(agencies, function(ori) scope(people[people$ori == ori, ]), simplify = FALSE))

# jsonlite prints 15 digits; this prints the 17 that give a double back exactly.
to_json <- function(x, indent = "") {
  if (is.list(x)) {
    inner <- paste0(indent, "  ")
    members <- vapply(names(x), function(name) paste0(inner, "\"", name, "\": ", to_json(x[[name]], inner)), "")
    return(paste0("{\n", paste(members, collapse = ",\n"), "\n", indent, "}"))
  }
  text <- if (is.character(x)) paste0("\"", x, "\"") else ifelse(is.na(x), "null", sprintf("%.17g", as.numeric(x)))
  if (inherits(x, "AsIs")) paste0("[", paste(text, collapse = ", "), "]") else text
}
writeLines(to_json(results), file.path(folder, "expected", "results.json"))

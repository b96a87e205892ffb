# Rscript minimum_wage.R mpdta.csv (base R 4.2.2 and jsonlite) writes minimum_wage.json: the moments of mpdta, log teen employment in 500 counties from 2003
# to 2007, from R's package did (GPL-2; not copied here). Group-time effects without covariates and their influence functions depend on the groups' sizes,
# means and covariances (divisor n) alone. Start 0 is never.
library(jsonlite); d <- read.csv(commandArgs(TRUE)[1]); Y <- tapply(d$lemp, list(d$countyreal, d$year), sum); start <- tapply(d$first.treat, d$countyreal, max); stopifnot(dim(Y) == c(500, 5), !anyNA(Y))
groups <- lapply(unname(sort(unique(start))), function(g) { y <- Y[start == g, ]; list(start = unbox(g), n = unbox(nrow(y)), means = unname(colMeans(y)), covariance = unname(cov(y)) * (nrow(y) - 1) / nrow(y)) })
writeLines(sub("^\\[\\{", "[\n{", gsub("\\},\\{", "},\n{", sub("\\}\\]$", "}\n]", toJSON(groups, digits = I(15))))), "minimum_wage.json")

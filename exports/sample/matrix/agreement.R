# Recomputes the agreement figures from the matrices beside this script:
#
#     Rscript agreement.R
#
# Needs R 3.5 or later and no package. Each line shows a figure as computed here and as annotator
# computed it (figures.csv); the exit status is 1 where any two differ.
#
# Krippendorff's alpha: Krippendorff, K. (2011): Computing Krippendorff's Alpha-Reliability. For
# sets: Jaccard's distance, and MASI (Passonneau, R. (2006), Proceedings of LREC, pp. 831-836).
# Kappa: Cohen, J. (1960), Educational and Psychological Measurement 20(1), pp. 37-46.

place_columns <- 3 # article_id, article, paragraph; the coders follow
key_columns <- c("round", "variable", "view", "code", "level", "depth")
tolerance <- 1e-9

# Where this script lies: Rscript says it in its arguments, source() in its frame.
folder <- local({
  sourced <- unlist(lapply(sys.frames(), function(frame) frame$ofile))
  given <- sub("^--file=", "", grep("^--file=", commandArgs(), value = TRUE))
  dirname(c(rev(sourced), given, "./here")[1])
})

read_table <- function(name) {
  read.csv(file.path(folder, name), colClasses = "character", na.strings = "",
           check.names = FALSE, encoding = "UTF-8")
}

# Units (rows) by coders (columns), as whole numbers that index `values`; NA is missing.
read_matrix <- function(name) {
  cells <- as.matrix(read_table(name)[, -seq_len(place_columns), drop = FALSE])
  values <- sort(unique(as.vector(cells[!is.na(cells)])), method = "radix")
  list(codes = matrix(match(cells, values), nrow(cells)), values = values)
}

# How often each value (column) was given to each unit (row), for units with two values or more.
counts <- function(codes, n_values) {
  found <- vapply(seq_len(n_values), function(value) rowSums(codes == value, na.rm = TRUE),
                  numeric(nrow(codes)))
  found <- matrix(found, nrow(codes))
  found[rowSums(found) > 1, , drop = FALSE]
}

# 1 - observed / expected disagreement; NA where nothing can be compared or nothing varies.
alpha <- function(found, distance) {
  totals <- colSums(found)
  if (sum(totals > 0) < 2) return(NA_real_)
  observed <- sum(rowSums((found %*% distance) * found) / (rowSums(found) - 1))
  expected <- drop(totals %*% distance %*% totals)
  1 - observed * (sum(totals) - 1) / expected
}

distance_nominal <- function(values) 1 - diag(length(values))

distance_interval <- function(values) outer(values, values, "-")^2

distance_ratio <- function(values) {
  total <- outer(values, values, "+")
  (outer(values, values, "-") / ifelse(total == 0, 1, total))^2
}

# The squared difference of mid-ranks among the values that are compared.
distance_ordinal <- function(values, totals) {
  order_of <- order(values)
  ranks <- numeric(length(values))
  ranks[order_of] <- cumsum(totals[order_of]) - totals[order_of] / 2
  outer(ranks, ranks, "-")^2
}

# "{a|b}" -> c("a", "b"); "{}" is the empty set.
as_sets <- function(values) strsplit(substr(values, 2, nchar(values) - 1), "|", fixed = TRUE)

overlap <- function(sets) {
  members <- unique(unlist(sets))
  held <- vapply(sets, function(one) as.numeric(members %in% one), numeric(length(members)))
  crossprod(matrix(held, length(members), length(sets)))
}

similarity_jaccard <- function(shared, sizes) {
  union <- outer(sizes, sizes, "+") - shared
  ifelse(union == 0, 1, shared / ifelse(union == 0, 1, union))
}

similarity_masi <- function(shared, sizes) {
  least <- outer(sizes, sizes, pmin)
  most <- outer(sizes, sizes, pmax)
  weight <- ifelse(shared == most, 1, ifelse(shared == least, 2 / 3, ifelse(shared > 0, 1 / 3, 0)))
  similarity_jaccard(shared, sizes) * weight
}

# Cohen's kappa; NA for another number of coders than two, or where nothing varies.
kappa_cohen <- function(codes) {
  coders <- codes[, colSums(!is.na(codes)) > 0, drop = FALSE]
  if (ncol(coders) != 2) return(NA_real_)
  both <- coders[rowSums(is.na(coders)) == 0, , drop = FALSE]
  used <- unique(as.vector(both))
  if (length(used) < 2) return(NA_real_)
  observed <- mean(both[, 1] == both[, 2])
  margins <- apply(both, 2, function(column) table(factor(column, used)) / nrow(both))
  expected <- sum(margins[, 1] * margins[, 2])
  (observed - expected) / (1 - expected)
}

# The share of agreeing pairs among all pairs of all units.
percent_pooled <- function(found) {
  pairs <- sum(choose(rowSums(found), 2))
  if (pairs == 0) NA_real_ else sum(choose(found, 2)) / pairs
}

# The share of units on which all agree, among those that every coder coded.
percent_all <- function(codes) {
  coders <- codes[, colSums(!is.na(codes)) > 0, drop = FALSE]
  complete <- coders[rowSums(is.na(coders)) == 0, , drop = FALSE]
  if (ncol(coders) < 2 || nrow(complete) == 0) return(NA_real_)
  mean(rowSums(complete == complete[, 1]) == ncol(complete))
}

figures <- function(name, level) {
  data <- read_matrix(name)
  found <- counts(data$codes, length(data$values))
  made <- if (level == "sets") {
    sets <- as_sets(data$values)
    shared <- overlap(sets)
    sizes <- lengths(sets)
    c(alpha_jaccard = alpha(found, 1 - similarity_jaccard(shared, sizes)),
      alpha_masi = alpha(found, 1 - similarity_masi(shared, sizes)))
  } else {
    numbers <- if (level == "nominal") data$values else as.numeric(data$values)
    distance <- switch(level,
      nominal = distance_nominal(numbers),
      ordinal = distance_ordinal(numbers, colSums(found)),
      interval = distance_interval(numbers),
      ratio = distance_ratio(numbers))
    c(krippendorff_alpha = alpha(found, distance))
  }
  if (level == "nominal") made <- c(made, cohen_kappa = kappa_cohen(data$codes))
  c(made, percent_agreement_pooled = percent_pooled(found),
    percent_all_agree = percent_all(data$codes))
}

key_of <- function(rows) {
  do.call(paste, c(lapply(rows[, key_columns], function(column) {
    ifelse(is.na(column), "", column)
  }), sep = "\t"))
}

recomputed <- function(matrices) {
  parts <- lapply(seq_len(nrow(matrices)), function(row) {
    values <- figures(matrices$file[row], matrices$level[row])
    data.frame(key = key_of(matrices[row, , drop = FALSE]), coefficient = names(values),
               here = unname(values), stringsAsFactors = FALSE)
  })
  do.call(rbind, parts)
}

matrices <- read_table("matrices.csv")
known <- read_table("figures.csv")
known$key <- key_of(known)
n_differing <- 0
if (nrow(matrices) > 0) {
  made <- recomputed(matrices)
  place <- match(paste(made$key, made$coefficient, sep = "\t"),
                 paste(known$key, known$coefficient, sep = "\t"))
  made$annotator <- as.numeric(known$value[place])
  made <- made[!is.na(place), ]
  same <- ifelse(is.na(made$here) | is.na(made$annotator),
                 is.na(made$here) & is.na(made$annotator),
                 abs(made$here - made$annotator) <= tolerance)
  n_differing <- sum(!same)
  cat(paste(c(key_columns, "coefficient", "here", "annotator"), collapse = "\t"), "\n", sep = "")
  shown <- function(numbers) ifelse(is.na(numbers), "", format(numbers, digits = 15, trim = TRUE))
  cat(paste(made$key, made$coefficient, shown(made$here), shown(made$annotator), sep = "\t"),
      sep = "\n")
}
if (n_differing > 0) {
  cat("\n", n_differing, " figures differ\n", sep = "")
  quit(status = 1)
}
cat("\nAll figures are the same.\n")

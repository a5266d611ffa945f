# Loads the tables beside this script into data frames: statements.
# Codebook "After Hanoi: actors, stances and policy levers in nuclear-diplomacy commentary", version "0.3.0".
# Written by annotator; run it with source("load.R") in this folder, or with Rscript.
#
# A code is a factor, its labels the levels, in the order of the codebook; an ordinal variable is
# an ordered factor by the numbers of its codes (codes off the scale are missing in it; the ids
# stand in the column <name>_id). "Not applicable" and "cannot tell" are missing (NA) in the
# factor, number or date; the column <name>_state says which: coded, not_applicable, cannot_tell,
# or NA for not coded. Of a selection each code has a logical column of its own. attr(x, "label")
# is the label of a column.

.folder <- local({
  sourced <- unlist(lapply(sys.frames(), function(frame) frame$ofile))
  given <- sub("^--file=", "", grep("^--file=", commandArgs(), value = TRUE))
  dirname(c(rev(sourced), given, "./here")[1])
})

.read <- function(name) {
  read.csv(file.path(.folder, name), colClasses = "character", na.strings = "",
           check.names = FALSE, encoding = "UTF-8")
}

.special <- c("not_applicable", "cannot_tell")

.state <- function(cells) {
  ifelse(is.na(cells), NA_character_, ifelse(cells %in% .special, cells, "coded"))
}

.plain <- function(cells) ifelse(cells %in% .special, NA_character_, cells)

.labelled <- function(column, label) {
  attr(column, "label") <- label
  column
}

# Ids that the codebook no longer has become levels of their own, after all others.
.coded <- function(cells, ids, labels) {
  gone <- setdiff(unique(cells[!is.na(cells)]), ids)
  factor(cells, c(ids, gone), c(labels, gone))
}

.selected <- function(cells, id) {
  codes <- strsplit(as.character(cells), "|", fixed = TRUE)
  found <- vapply(codes, function(one) id %in% one, logical(1))
  ifelse(is.na(cells), NA, found)
}

statements <- .read("statements.csv")
statements <- local({
  x <- statements
  x[["coder"]] <- .labelled(x[["coder"]], "Who coded.")
  x[["round"]] <- .labelled(x[["round"]], "The phase in which it was coded.")
  x[["article"]] <- .labelled(x[["article"]], "The name of the article.")
  x[["article_id"]] <- .labelled(x[["article_id"]], "The id of the article: the same text has the same id.")
  x[["title"]] <- .labelled(x[["title"]], "Title of the article.")
  x[["author"]] <- .labelled(x[["author"]], "Author of the article.")
  x[["source"]] <- .labelled(x[["source"]], "Outlet or collection of the article.")
  x[["date"]] <- .labelled(x[["date"]], "Date of the article.")
  x[["url"]] <- .labelled(x[["url"]], "Web address of the article.")
  x[["paragraph"]] <- as.integer(x[["paragraph"]])
  x[["paragraph"]] <- .labelled(x[["paragraph"]], "Number of the paragraph, from 1; 0: the whole article.")
  x[["kind"]] <- .labelled(x[["kind"]], "Kind of the paragraph: as proposed, or as corrected.")
  x[["start"]] <- as.integer(x[["start"]])
  x[["start"]] <- .labelled(x[["start"]], "First character of the paragraph in the article, from 0.")
  x[["end"]] <- as.integer(x[["end"]])
  x[["end"]] <- .labelled(x[["end"]], "Character after the last one of the paragraph.")
  x[["text"]] <- .labelled(x[["text"]], "Text of the paragraph, unaltered; may hold line ends.")
  x[["statement"]] <- as.integer(x[["statement"]])
  x[["statement"]] <- .labelled(x[["statement"]], "Number of the statement in the paragraph, from 1; empty: none.")
  x[["actor_state"]] <- .state(x[["actor"]])
  x[["actor"]] <- .plain(x[["actor"]])
  x[["actor_id"]] <- x[["actor"]]
  x[["actor"]] <- .coded(x[["actor"]], c("dprk", "dprk.leader", "commentary", "commentary.author"), c("North Korea", "North Korea > Kim Jong Un", "Observers", "Observers > The author of this article"))
  x[["actor"]] <- .labelled(x[["actor"]], "Actor")
  x[["stance_state"]] <- .state(x[["stance"]])
  x[["stance"]] <- .plain(x[["stance"]])
  x[["stance_id"]] <- x[["stance"]]
  x[["stance"]] <- factor(x[["stance"]], c("oppose", "mixed", "support"), c("Opposes", "Mixed or conditional", "Supports"), ordered = TRUE)
  x[["stance"]] <- .labelled(x[["stance"]], "Stance of the actor towards the lever")
  x[["lever_state"]] <- .state(x[["lever"]])
  x[["lever"]] <- .plain(x[["lever"]])
  x[["lever_id"]] <- x[["lever"]]
  x[["lever"]] <- .coded(x[["lever"]], c("nuclear", "yongbyon", "verification"), c("Nuclear and missiles", "Nuclear and missiles > Yongbyon closure or dismantlement", "Nuclear and missiles > Inspection, declaration, verification"))
  x[["lever"]] <- .labelled(x[["lever"]], "Policy lever")
  x[["memo"]] <- .labelled(x[["memo"]], "Memo on the statement, or else on the paragraph or article.")
  x[["flagged"]] <- x[["flagged"]] == "1"
  x[["flagged"]] <- .labelled(x[["flagged"]], "Whether the coder flagged what the memo column is about.")
  x[["done"]] <- x[["done"]] == "1"
  x[["done"]] <- .labelled(x[["done"]], "Whether the coder finished the paragraph.")
  x[["codebook"]] <- .labelled(x[["codebook"]], "Version of the codebook it was coded under.")
  x[["time"]] <- as.POSIXct(x[["time"]], format = "%Y-%m-%dT%H:%M:%SZ", tz = "UTC")
  x[["time"]] <- .labelled(x[["time"]], "When it was last changed (UTC); for display, not for order.")
  x
})

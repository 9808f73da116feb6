ALTER TABLE `authority_names` ADD `folded` text;--> statement-breakpoint
CREATE INDEX `authority_names_folded` ON `authority_names` (`folded`);
ALTER TABLE `import_items` ADD `record` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `import_items` ADD `extras` text DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE `imports` ADD `text` text;--> statement-breakpoint
ALTER TABLE `imports` ADD `document` text;
CREATE TABLE `import_changes` (
	`item_id` text PRIMARY KEY NOT NULL,
	`sealed` blob NOT NULL,
	FOREIGN KEY (`item_id`) REFERENCES `import_items`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
ALTER TABLE `imports` ADD `state` text DEFAULT 'finished' NOT NULL;--> statement-breakpoint
ALTER TABLE `imports` ADD `file_bytes` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `imports` ADD `choices` text DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE `imports` ADD `version` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `imports` ADD `total` integer;--> statement-breakpoint
ALTER TABLE `imports` ADD `failure` text;--> statement-breakpoint
ALTER TABLE `imports` ADD `runner` text;--> statement-breakpoint
ALTER TABLE `imports` ADD `heartbeat_at` text;--> statement-breakpoint
ALTER TABLE `imports` ADD `run_started_at` text;--> statement-breakpoint
ALTER TABLE `imports` ADD `run_started_done` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `imports_state` ON `imports` (`state`);--> statement-breakpoint
CREATE INDEX `import_items_status` ON `import_items` (`import_id`,`status`);--> statement-breakpoint
CREATE INDEX `occasions_title` ON `occasions` (`title`);--> statement-breakpoint
CREATE INDEX `sources_title` ON `sources` (`title`);--> statement-breakpoint
CREATE INDEX `comments_revision` ON `comments` (`revision_id`);--> statement-breakpoint
CREATE INDEX `statements_current_revision` ON `statements` (`current_revision_id`);--> statement-breakpoint
CREATE INDEX `statements_published_revision` ON `statements` (`published_revision_id`);--> statement-breakpoint
UPDATE `imports` SET `state` = 'failed', `failure` = '{"reason":"import.fileGone","values":{}}' WHERE `finished_at` IS NULL;

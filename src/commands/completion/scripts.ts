/** What each shell asks the program at the Tab key. Without an answer the shell offers the names of files. */
export const SCRIPTS = {
  bash: `# To have it in every shell, add to ~/.bashrc:  eval "$(tutor completion bash)"
_tutor() {
  local IFS=$'\\n'
  COMPREPLY=($(tutor complete -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null))
}
complete -o default -F _tutor tutor
`,
  zsh: `# To have it in every shell, add to ~/.zshrc behind compinit:  eval "$(tutor completion zsh)"
_tutor() {
  local -a found
  found=("\${(@f)$(tutor complete -- "\${(@)words[2,CURRENT]}" 2>/dev/null)}")
  if [[ -n "$found[1]" ]]; then compadd -- "\${found[@]}"; else _files; fi
}
compdef _tutor tutor
`,
  fish: `# To have it in every shell, save as ~/.config/fish/completions/tutor.fish
complete -c tutor -f -a '(tutor complete -- (commandline -opc)[2..-1] (commandline -ct) 2>/dev/null)'
complete -c tutor -n '__fish_seen_subcommand_from lint preview new export import sync' -F
complete -c tutor -n '__fish_seen_subcommand_from config; and __fish_seen_subcommand_from banks data' -F
complete -c tutor -n 'contains -- (commandline -opc)[-1] --bank --data --out --roster --replies' -F
`,
} as const;

export type Shell = keyof typeof SCRIPTS;

export const SHELLS = Object.keys(SCRIPTS) as readonly Shell[];

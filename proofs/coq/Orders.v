(* LAW-3 as KeY has it: the lemmas of its own that the proof of BatchOrder.java ends in, from Order.v. *)
Require Import List ZArith Lia Bool.
From Stillpoint Require Model Order KeyModel Words Statements Bridge.
From Stillpoint Require Import Tactic Rules.
Module M := Model.
Module K := KeyModel.
Module W := Words.
Module O := Order.
Import Bridge.
Open Scope Z_scope.

Section Orders.
Context {key : K.Key}.

Definition rowAt (X : K.Mat) (k : nat) : K.Vec := K.row X (Z.of_nat k).

Lemma swappedRows_exchanged X (i : nat) : W.neighbours X (Z.of_nat i) -> O.exchanged (rowAt (K.swappedRows X (Z.of_nat i))) (rowAt X) i.
Proof.
  unfold W.neighbours, O.exchanged, rowAt. intros [Hi L]. split; [|split].
  - rewrite rowSwappedRowsDef. split_cases. f_equal. lia.
  - rewrite rowSwappedRowsDef. split_cases. reflexivity.
  - intros k first second. rewrite rowSwappedRowsDef. split_cases; reflexivity.
Qed.

Definition weightTerms V B F kappa o (X Y : K.Mat) (k : nat) := K.sampleWeightGradientOf V B F kappa o (rowAt X k) (rowAt Y k).
Definition biasTerms V B F kappa o (X Y : K.Mat) (k : nat) := K.sampleBiasGradientOf V B F kappa o (rowAt X k) (rowAt Y k).
Lemma sumOfWeightGradients_sum V B F kappa o X Y c (n : nat) : K.sumOfWeightGradients V B F kappa o X Y c (Z.of_nat n)
  = O.sum (fun a t => K.stackPlusScaled a c t) (K.zerosLikeStack V) (weightTerms V B F kappa o X Y) n.
Proof. unfold K.sumOfWeightGradients. rewrite Nat2Z.id. induction n as [|n IH]; simpl; [reflexivity | rewrite IH; reflexivity]. Qed.
Lemma sumOfBiasGradients_sum V B F kappa o X Y c (n : nat) : K.sumOfBiasGradients V B F kappa o X Y c (Z.of_nat n)
  = O.sum (fun a t => K.matPlusScaled a c t) (K.zerosLikeMat B) (biasTerms V B F kappa o X Y) n.
Proof. unfold K.sumOfBiasGradients. rewrite Nat2Z.id. induction n as [|n IH]; simpl; [reflexivity | rewrite IH; reflexivity]. Qed.
Lemma weightTerms_exchanged V B F kappa o X Y (i : nat) : W.neighbours X (Z.of_nat i) -> W.neighbours Y (Z.of_nat i) ->
  O.exchanged (weightTerms V B F kappa o (K.swappedRows X (Z.of_nat i)) (K.swappedRows Y (Z.of_nat i))) (weightTerms V B F kappa o X Y) i.
Proof. intros inX inY. apply (O.exchanged_terms (K.sampleWeightGradientOf V B F kappa o)); apply swappedRows_exchanged; assumption. Qed.
Lemma biasTerms_exchanged V B F kappa o X Y (i : nat) : W.neighbours X (Z.of_nat i) -> W.neighbours Y (Z.of_nat i) ->
  O.exchanged (biasTerms V B F kappa o (K.swappedRows X (Z.of_nat i)) (K.swappedRows Y (Z.of_nat i))) (biasTerms V B F kappa o X Y) i.
Proof. intros inX inY. apply (O.exchanged_terms (K.sampleBiasGradientOf V B F kappa o)); apply swappedRows_exchanged; assumption. Qed.

(* the samples before the two *)
Theorem lemmaBeforeWeights : Statements.lemmaBeforeWeights.
Proof.
  intros V B F kappa o X i Y c n differs [inX inY]. apply differs; [reflexivity|]. intros [Hn L]. natural n. natural i.
  rewrite !sumOfWeightGradients_sum. apply O.sum_before with i; [apply weightTerms_exchanged; assumption | lia].
Qed.
Theorem lemmaBeforeBiases : Statements.lemmaBeforeBiases.
Proof.
  intros V B F kappa o X i Y c n differs [inX inY]. apply differs; [reflexivity|]. intros [Hn L]. natural n. natural i.
  rewrite !sumOfBiasGradients_sum. apply O.sum_before with i; [apply biasTerms_exchanged; assumption | lia].
Qed.

(* the two, and the samples behind them *)
Hypothesis add_swap : Statements.axiomAddSwap.
Theorem lemmaBehindWeights : Statements.lemmaBehindWeights.
Proof.
  intros V B F kappa o X i Y c n differs [inX inY]. apply differs; [reflexivity|]. intros [[[Hi L] _] _]. natural n. natural i.
  rewrite !sumOfWeightGradients_sum. apply O.sum_behind with i; [|apply weightTerms_exchanged; assumption | lia].
  intros a t u. rewrite !b_stackPlusScaled. apply O.stackPlusScaled_swap. assumption.
Qed.
Theorem lemmaBehindBiases : Statements.lemmaBehindBiases.
Proof.
  intros V B F kappa o X i Y c n differs [inX inY]. apply differs; [reflexivity|]. intros [[[Hi L] _] _]. natural n. natural i.
  rewrite !sumOfBiasGradients_sum. apply O.sum_behind with i; [|apply biasTerms_exchanged; assumption | lia].
  intros a t u. rewrite !b_matPlusScaled. apply O.matPlusScaled_swap. assumption.
Qed.
End Orders.

(* SYM-1 and SYM-2: two equal units of a hidden layer have equal gradients, and stay equal. No law of arithmetic is assumed. *)
Require Import List Arith Lia Bool.
From Stillpoint Require Import Model.
Import ListNotations.
Set Implicit Arguments.

Section Symmetry.
Variables Q Act : Type.
Variable zero : Q.
Variables add mul : Q -> Q -> Q.
Variable neg : Q -> Q.
Variable ratio : nat -> nat -> Q.
Variable sigma : Act -> Q -> Q.
Variable slope : Act -> Q -> Q -> Q.

Notation at_ := (at_ zero).
Notation dot := (dot zero add mul).
Notation plusScaled := (plusScaled zero add mul).
Notation matPlusScaled := (matPlusScaled zero add mul).
Notation stackPlusScaled := (stackPlusScaled zero add mul).
Notation weightGradientOf := (weightGradientOf zero add mul sigma slope).
Notation biasGradientOf := (biasGradientOf zero add mul slope).
Notation preactivationsOf := (preactivationsOf zero add mul sigma).
Notation delta := (delta zero add mul slope).
Notation trained := (trained zero add mul neg ratio sigma slope).
Notation stepped := (stepped zero add mul neg ratio sigma slope).

Definition equalEntries (v : Vec Q) i j := i < len v /\ j < len v /\ at_ v i = at_ v j.
Definition equalBias (v : Vec Q) i j := len v = 0 \/ equalEntries v i j.
Definition equalRows (M : Mat Q) i j := i < rows M /\ j < rows M /\ row M i = row M j.
Definition equalColumns (M : Mat Q) i j := forall k, k < rows M -> equalEntries (row M k) i j.
Definition twinWeights (W : Stack Q) l i j := l < depth W - 1 /\ equalRows (layer W l) i j /\ equalColumns (layer W (l + 1)) i j.
Definition twinBiases (B : Mat Q) l i j := equalBias (row B l) i j.
Definition twinState (t : TrainingState Q) l i j :=
  twinWeights (weightsOf t) l i j /\ twinBiases (biasesOf t) l i j /\ twinWeights (velocityOfWeights t) l i j /\ twinBiases (velocityOfBiases t) l i j.

(* sums *)
Lemma equalEntries_plusScaled u c v i j : equalEntries u i j -> at_ v i = at_ v j -> equalEntries (plusScaled u c v) i j.
Proof.
  intros (Hi & Hj & E) Ev. unfold equalEntries. rewrite len_plusScaled, !at_plusScaled. repeat split; try assumption.
  cases. rewrite E, Ev. reflexivity.
Qed.
Lemma equalColumns_at M i j k : equalColumns M i j -> at_ (row M k) i = at_ (row M k) j.
Proof.
  intros H. destruct (Nat.lt_ge_cases k (rows M)) as [L|L].
  - apply (H k L).
  - rewrite row_outside by assumption. rewrite !at_nil. reflexivity.
Qed.

Lemma equalRows_plusScaled M c N i j : equalRows M i j -> row N i = row N j -> equalRows (matPlusScaled M c N) i j.
Proof.
  intros (Hi & Hj & E) E2. unfold equalRows. rewrite rows_matPlusScaled, !row_matPlusScaled. cases.
  rewrite E, E2. auto.
Qed.
Lemma equalColumns_plusScaled M c N i j : equalColumns M i j -> equalColumns N i j -> equalColumns (matPlusScaled M c N) i j.
Proof.
  intros H H2 k L. rewrite rows_matPlusScaled in L. rewrite row_matPlusScaled. cases.
  apply equalEntries_plusScaled; [apply H; assumption | apply equalColumns_at; assumption].
Qed.
Lemma twinWeights_plusScaled S c T l i j : twinWeights S l i j -> twinWeights T l i j -> twinWeights (stackPlusScaled S c T) l i j.
Proof.
  intros (Hl & R & C) (_ & (_ & _ & E2) & C2). unfold twinWeights. rewrite depth_stackPlusScaled, !layer_stackPlusScaled. cases.
  split; [assumption|]. split; [apply equalRows_plusScaled | apply equalColumns_plusScaled]; assumption.
Qed.
Lemma equalBias_at v i j : equalBias v i j -> at_ v i = at_ v j.
Proof. intros [E|E]; [rewrite !at_outside by lia; reflexivity | apply E]. Qed.
Lemma equalBias_plusScaled u c v i j : equalBias u i j -> equalBias v i j -> equalBias (plusScaled u c v) i j.
Proof.
  intros [E|E] H; [left; rewrite len_plusScaled; assumption | right; apply equalEntries_plusScaled; [assumption | apply equalBias_at; assumption]].
Qed.
Lemma twinBiases_plusScaled M c N l i j : twinBiases M l i j -> twinBiases N l i j -> twinBiases (matPlusScaled M c N) l i j.
Proof.
  unfold twinBiases. intros. rewrite row_matPlusScaled. cases; [apply equalBias_plusScaled; assumption | left; reflexivity].
Qed.
Lemma twinWeights_zeros S l i j : twinWeights S l i j -> twinWeights (zerosLikeStack zero S) l i j.
Proof.
  intros (Hl & (Hi & Hj & E) & C). unfold twinWeights. rewrite depth_zerosLikeStack, !layer_zerosLikeStack. cases. split; [assumption|]. split.
  - unfold equalRows. rewrite rows_zerosLikeMat, !row_zerosLikeMat. cases. rewrite E. auto.
  - intros k L. rewrite rows_zerosLikeMat in L. rewrite row_zerosLikeMat. cases. destruct (C k L) as (A & B & _).
    unfold equalEntries. rewrite len_zeroVec, !at_zeroVec. auto.
Qed.
Lemma twinBiases_zeros B l i j : twinBiases B l i j -> twinBiases (zerosLikeMat zero B) l i j.
Proof.
  unfold twinBiases. intros H. rewrite row_zerosLikeMat. cases; [|left; reflexivity]. destruct H as [E|(A & A2 & _)]; [left | right].
  - rewrite len_zeroVec. assumption.
  - unfold equalEntries. rewrite len_zeroVec, !at_zeroVec. auto.
Qed.

(* one sample *)
Lemma twins_preactivation W B F x l i j : twinWeights W l i j -> twinBiases B l i j -> equalEntries (preactivation zero add mul sigma W B F x l) i j.
Proof.
  intros (_ & (Hi & Hj & E) & _) H. unfold equalEntries, preactivation. rewrite len_affine, !at_affine. repeat split; try assumption.
  cases; rewrite E; [reflexivity|]. rewrite (equalBias_at H). reflexivity.
Qed.
Lemma twins_delta W F k z g l i j : twinWeights W l i j -> equalEntries (row z l) i j -> equalEntries (delta W F k z g l) i j.
Proof.
  intros (Hl & _ & C) (Hi & Hj & E). unfold equalEntries. rewrite len_delta_hidden, !at_delta_hidden by assumption.
  repeat split; try assumption. cases. rewrite E. f_equal. apply dot_ext; [|reflexivity].
  intros m _. rewrite !at_column. cases. apply C. assumption.
Qed.
(* SYM-1 for given preactivation-activations *)
Lemma twins_gradient W B F kappa x z g l i j :
  twinWeights W l i j -> twinBiases B l i j -> equalEntries (row z l) i j ->
  twinWeights (weightGradientOf W F kappa x z g) l i j /\ twinBiases (biasGradientOf W B F kappa z g) l i j.
Proof.
  intros HW HB Hz. pose proof (twins_delta F kappa _ g HW Hz) as D. destruct HW as (Hl & _). destruct D as (Di & Dj & DE). split.
  - unfold twinWeights. rewrite depth_weightGradientOf, !layer_weightGradientOf. cases. split; [assumption|]. split.
    + unfold equalRows. rewrite rows_outer, !row_outer. cases. rewrite DE. auto.
    + intros k L. rewrite rows_outer in L. rewrite row_outer. cases. replace (l + 1) with (S l) by lia. simpl.
      destruct Hz as (Zi & Zj & ZE). unfold equalEntries. rewrite len_scaled, !at_scaled, len_activated, !at_activated. cases. rewrite ZE. auto.
  - unfold twinBiases. rewrite row_biasGradientOf. cases. unfold deltaWhereBias. cases; [left; assumption | right; repeat split; assumption].
Qed.
Theorem SYM_1 W B F kappa x g l i j :
  twinWeights W l i j -> twinBiases B l i j ->
  twinWeights (weightGradientOf W F kappa x (preactivationsOf W B F x) g) l i j /\ twinBiases (biasGradientOf W B F kappa (preactivationsOf W B F x) g) l i j.
Proof.
  intros HW HB. apply twins_gradient; try assumption. rewrite row_preactivationsOf. destruct HW as (Hl & HR). cases. apply twins_preactivation; [split|]; assumption.
Qed.

(* a batch, a step, a run *)
Lemma twins_sum W B F kappa loss X Y c n l i j :
  twinWeights W l i j -> twinBiases B l i j ->
  twinWeights (sumOfWeightGradients zero add mul sigma slope W B F kappa loss X Y c n) l i j /\ twinBiases (sumOfBiasGradients zero add mul sigma slope W B F kappa loss X Y c n) l i j.
Proof.
  intros HW HB. induction n as [|n [IW IB]]; simpl.
  - split; [apply twinWeights_zeros | apply twinBiases_zeros]; assumption.
  - unfold sampleWeightGradientOf, sampleBiasGradientOf. destruct (SYM_1 F kappa (row X n) (lossDerivativeAtOutput zero add mul sigma W B F loss (row X n) (row Y n)) HW HB).
    split; [apply twinWeights_plusScaled | apply twinBiases_plusScaled]; assumption.
Qed.
Theorem SYM_2_step t F kappa loss X Y rate momentum decay l i j :
  twinState t l i j -> twinState (stepped t F kappa loss X Y rate momentum decay) l i j.
Proof.
  intros (HW & HB & HVW & HVB).
  destruct (twins_sum F kappa loss X Y (ratio 1 (rows X)) (rows X) HW HB) as [GW GB].
  unfold twinState, Model.stepped, updated, batchWeightGradientOf, batchBiasGradientOf; simpl.
  refine (conj _ (conj _ (conj _ _))); repeat (apply twinWeights_plusScaled || apply twinBiases_plusScaled); assumption.
Qed.
Theorem SYM_2 t F kappa loss XX YY rates momentum decay n l i j :
  twinState t l i j -> twinState (trained t F kappa loss XX YY rates momentum decay n) l i j.
Proof. intros H. induction n as [|n IH]; simpl; [assumption | apply SYM_2_step; assumption]. Qed.
End Symmetry.

